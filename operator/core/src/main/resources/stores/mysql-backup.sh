# Every database with its users, as one script for mysql; without a lock, as InnoDB keeps the past.
dump() {
  mysqldump --host="$SERVER" --port="$PORT" --user=root --all-databases --single-transaction \
    --routines --events --triggers --flush-privileges | gzip
}
