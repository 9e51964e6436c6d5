#!/usr/bin/env bash
# Draws a list as a Slurm array job, a shard a task:
#
#   sbatch --array=1-16 samples/batch/slurm.sh nda clients.xlsx out --case firm.yaml
#   samples/batch/merge.sh out    # when it is done: one manifest of all shards
#
# The tasks need draft and one folder that all nodes see. A task that was stopped goes on when it runs
# again (scontrol requeue, or the same sbatch).
#SBATCH --job-name=draft
#SBATCH --output=draft-%A-%a.log
#SBATCH --requeue
set -eu

template=$1 rows=$2 folder=$3
shift 3
exec "${DRAFT:-draft}" batch "$template" "$rows" -o "$folder/$SLURM_ARRAY_TASK_ID" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  --quiet "$@"
