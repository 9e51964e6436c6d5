#!/usr/bin/env bash
# Draws a list as a Slurm array job, a shard a task:
#
#   sbatch --array=1-16 samples/batch/slurm.sh nda clients.xlsx out --case firm.yaml
#   samples/batch/merge.sh out    # when it is done: one manifest of all shards
#
# The tasks need draft and one folder that all nodes see. A task that was stopped goes on when it runs
# again: scontrol requeue, the same sbatch, or only some tasks of it (--array=3,7), for the folder keeps
# the number of its shards. What the tasks say, which may name clients, is in out/*.log.
#SBATCH --job-name=draft
#SBATCH --output=draft-%A-%a.log
#SBATCH --requeue
set -eu
umask 077

if [ $# -lt 3 ] || [ -z "${SLURM_ARRAY_TASK_ID:-}" ]; then
  echo "usage: sbatch --array=1-16 $0 TEMPLATE|DOCUMENT ROWS FOLDER [OPTIONS of draft batch]" >&2
  exit 64
fi
template=$1 rows=$2 folder=$3
shift 3
task=$SLURM_ARRAY_TASK_ID
if [ "$rows" = - ] || [ -p "$rows" ]; then
  echo "each task reads the list for itself, so it must be a file: save «$rows» as one" >&2
  exit 64
fi
if [ ! -e "$folder/shards" ]; then
  if [ "$SLURM_ARRAY_TASK_MIN" -ne 1 ] || [ "$SLURM_ARRAY_TASK_MAX" -ne "$SLURM_ARRAY_TASK_COUNT" ]; then
    echo "a new list takes all tasks from 1: sbatch --array=1-16" >&2
    exit 64
  fi
  mkdir -p "$folder"
  echo "$SLURM_ARRAY_TASK_COUNT" > "$folder/shards.$task"
  ln "$folder/shards.$task" "$folder/shards" 2> /dev/null || true
  rm -f "$folder/shards.$task"
fi
shards=$(cat "$folder/shards")
if [ "$SLURM_ARRAY_TASK_MAX" -gt "$shards" ]; then
  echo "$folder was drawn in $shards shards, and goes on in as many: sbatch --array=1-$shards" >&2
  exit 64
fi
exec 2>> "$folder/$task.log"
# For merge.sh: what the task has seen, and how it ended.
rm -f "$folder/$task.state"
count=$("${DRAFT:-draft}" batch "$template" "$rows" -o "$folder" --count "$@")
echo "$count running" > "$folder/$task.state"
status=0
"${DRAFT:-draft}" batch "$template" "$rows" -o "$folder/$task" --shard "$task/$shards" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" --quiet "$@" || status=$?
echo "$count $status" > "$folder/$task.state"
exit $status
