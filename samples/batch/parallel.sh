#!/usr/bin/env bash
# Draws a list with GNU parallel, a shard a job, on this machine or on several.
#
#   samples/batch/parallel.sh nda clients.xlsx out 16 --case firm.yaml
#
# Several hosts: HOSTS=8/anna,8/boris (GNU parallel's --sshlogin; the number is how many jobs at once).
# They need draft and the same folder under the same path, as on a network drive. Run it again to go on
# where it was stopped. The lines of all shards end up in out/manifest.jsonl.
set -euo pipefail

if [ $# -lt 4 ]; then
  echo "usage: $0 TEMPLATE|DOCUMENT ROWS FOLDER SHARDS [OPTIONS of draft batch]" >&2
  exit 64
fi
template=$1 rows=$2 folder=$3 shards=$4
shift 4
if ! [[ $shards =~ ^[1-9][0-9]*$ ]]; then
  echo "$0: the number of shards is 1 or more, not «$shards»" >&2
  exit 64
fi
if [ "$rows" = - ] || [ -p "$rows" ]; then
  echo "$0: each shard reads the list for itself, so it must be a file: save «$rows» as one" >&2
  exit 64
fi
if ! command -v parallel > /dev/null; then
  echo "$0: GNU parallel is not installed" >&2
  exit 69
fi
# With another number of shards every row would be drawn anew, under another number.
if [ -e "$folder/shards" ] && [ "$(cat "$folder/shards")" != "$shards" ]; then
  echo "$0: $folder was drawn in $(cat "$folder/shards") shards, and goes on in as many" >&2
  exit 64
fi
count=$("${DRAFT:-draft}" batch "$template" "$rows" -o "$folder" --count "$@")
umask 077
mkdir -p "$folder"
echo "$shards" > "$folder/shards"
for shard in $(seq "$shards"); do echo "$count running" > "$folder/$shard.state"; done

status=0
seq "$shards" |
  parallel --quote --will-cite --sshlogin "${HOSTS:-:}" --workdir "$PWD" \
    --joblog "$folder/jobs.log" \
    "${DRAFT:-draft}" batch "$template" "$rows" -o "$folder/{}" --shard "{}/$shards" --jobs 1 \
    --quiet "$@" || status=$?
# How each job ended: its number, and its exit code where no signal ended it.
tail -n +2 "$folder/jobs.log" | while IFS=$'\t' read -r shard _ _ _ _ _ code signal _; do
  if [ "$signal" = 0 ] && [ -e "$folder/$shard.state" ]; then
    echo "$count $code" > "$folder/$shard.state"
  fi
done

"$(dirname "$0")/merge.sh" "$folder"
# GNU parallel tells how many jobs failed; draft batch exits with 2 when some rows could not be drawn.
[ "$status" -eq 0 ] || exit 2
