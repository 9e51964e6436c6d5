#!/usr/bin/env bash
# Makes one manifest of those of all shards, in the order of the rows: samples/batch/merge.sh out
set -euo pipefail

folder=$1
# A line begins with {"row":17, so that the number stands between the first colon and a comma.
cat "$folder"/*/manifest.jsonl | sort -t : -k 2n,2 > "$folder/manifest.jsonl.new"
mv "$folder/manifest.jsonl.new" "$folder/manifest.jsonl"

awk '
  match($0, /"row":[0-9]+/) { seen[substr($0, RSTART, RLENGTH)]++ }
  /"status":"failed"/ { failed++ }
  END {
    for (row in seen) if (seen[row] > 1) twice++
    printf "rows: %d, failed: %d, twice: %d\n", length(seen), failed, twice
    exit twice > 0
  }' "$folder/manifest.jsonl" >&2
