#!/usr/bin/env bash
# Makes one manifest of those of all shards, in the order of the rows: samples/batch/merge.sh out
#
# Says how many rows there are, and which shards have not come to the end of the list. Exits with 1 when
# rows are missing, or when a row or a number stands there twice.
set -euo pipefail

if [ $# -ne 1 ]; then
  echo "usage: $0 FOLDER" >&2
  exit 64
fi
folder=$1
manifests=("$folder"/*/manifest.jsonl)
if [ ! -e "$folder/shards" ] || [ ! -e "${manifests[0]}" ]; then
  echo "$0: there are no shards in $folder, as parallel.sh and slurm.sh leave them" >&2
  exit 1
fi
shards=$(cat "$folder/shards")

# A shard leaves the number of rows of its list, and the exit code of draft when it has ended.
unfinished=() counts=()
for shard in $(seq "$shards"); do
  if read -r count code 2> /dev/null < "$folder/$shard.state"; then counts+=("$count"); else code=none; fi
  # With 1 it ended where no row could be drawn, and also where the batch was refused.
  case $code in
    0 | 2) ;;
    1) grep -qs '"status":"failed"' "$folder/$shard/manifest.jsonl" &&
      ! grep -qs '"status":"drawn"' "$folder/$shard/manifest.jsonl" || unfinished+=("$shard") ;;
    *) unfinished+=("$shard") ;;
  esac
done
last=$(printf '%s\n' "${counts[@]:-0}" | sort -n | tail -n 1)
status=0
if [ ${#unfinished[@]} -gt 0 ]; then
  echo "shards that have not come to the end: ${unfinished[*]}" >&2
  status=1
fi
if [ "$(printf '%s\n' "${counts[@]:-0}" | sort -u | wc -l)" -ne 1 ]; then
  echo "the list has changed between the shards: run them again" >&2
  status=1
fi

umask 077
# A line begins with {"row":17, so that the number stands between the first colon and a comma.
# Rows that are no longer in the list come last, as in the manifest of one batch.
{
  sed '/"status":"gone"/d' "${manifests[@]}" | LC_ALL=C sort -t : -k 2n,2
  sed -n '/"status":"gone"/p' "${manifests[@]}" | LC_ALL=C sort -t : -k 2n,2
} > "$folder/manifest.jsonl.new"
mv "$folder/manifest.jsonl.new" "$folder/manifest.jsonl"

LC_ALL=C awk -v last="$last" '
  # In a text of the line the quotes would stand behind backslashes.
  {
    number = match($0, /"number":"([^"\\]|\\.)*"/) ? substr($0, RSTART, RLENGTH) : ""
    again = number != "" && numbers[number]++
  }
  # A row that is no longer in the list; it has kept its document and its number.
  /"status":"gone"/ {
    gone++
    if (again) twice++
    next
  }
  match($0, /"row":[0-9]+/) {
    row = substr($0, RSTART + 6, RLENGTH - 6) + 0
    match($0, /"key":"[0-9a-f]+"/)
    key = substr($0, RSTART, RLENGTH)
    if (row in rows || key in keys || again) twice++
    if (!(row in rows)) count++
    rows[row] = keys[key] = 1
    if (last && row > last) beyond++
  }
  /"status":"failed"/ { failed++ }
  END {
    for (row = 1; row <= last; row++) if (!(row in rows)) missing++
    if (beyond) printf "rows behind the end of the list, which was longer before: %d\n", beyond
    if (gone) printf "no longer in the list, their documents left alone: %d\n", gone
    printf "rows: %d, failed: %d, twice: %d, missing: %d\n", count, failed, twice, missing
    exit twice + missing + beyond > 0
  }' "$folder/manifest.jsonl" >&2 || status=1
exit $status
