# Dumps a database into a file of its own, then drops the files that are older than they are kept.
# A dump that did not end is no dump: it has another name until it did. The newest one always stays.
# TARGET: folder; KEEP_DAYS: how long; dump: the function before this text, which writes to its output
now=$(date -u +%Y%m%dT%H%M%SZ)
cutoff=$(date -u -d "$KEEP_DAYS days ago" +%Y%m%dT%H%M%SZ)
rm -f "$TARGET"/*.unfinished
dump >"$TARGET/$now.gz.unfinished"
mv "$TARGET/$now.gz.unfinished" "$TARGET/$now.gz"
for file in "$TARGET"/*.gz; do
  name=${file##*/}
  if [[ ${name%.gz} < $cutoff ]]; then
    rm -f "$file"
    echo "dropped $name"
  fi
done
echo "dumped to $now.gz, $(stat -c %s "$TARGET/$now.gz") bytes"
