#!/usr/bin/env bash
# Makes one manifest of those of all shards, in the order of the rows: samples/batch/merge.sh out
#
# Says how many rows there are, and exits with 1 when some were drawn twice or are missing: those of a
# shard that never ran, or stopped before its end.
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "usage: $0 FOLDER" >&2
  exit 64
fi
folder=$1
manifests=("$folder"/*/manifest.jsonl)
if [ ! -e "${manifests[0]}" ]; then
  echo "$0: there are no shards in $folder" >&2
  exit 1
fi

umask 077
# A line begins with {"row":17, so that the number stands between the first colon and a comma.
cat "${manifests[@]}" | LC_ALL=C sort -t : -k 2n,2 > "$folder/manifest.jsonl.new"
mv "$folder/manifest.jsonl.new" "$folder/manifest.jsonl"

LC_ALL=C awk '
  match($0, /"row":[0-9]+/) {
    row = substr($0, RSTART + 6, RLENGTH - 6) + 0
    if (row > last) last = row
    rows[row] = 1
    match($0, /"key":"[0-9a-f]+"/)
    keys[substr($0, RSTART, RLENGTH)]++
  }
  /"status":"failed"/ { failed++ }
  END {
    for (key in keys) { if (keys[key] > 1) twice++; count++ }
    for (row = 1; row <= last; row++) if (!(row in rows)) missing++
    printf "rows: %d, failed: %d, twice: %d, missing: %d\n", count, failed, twice, missing
    exit twice + missing > 0
  }' "$folder/manifest.jsonl" >&2
