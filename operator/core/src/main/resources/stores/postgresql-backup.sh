# Every database with its owner, as one script for psql.
dump() {
  pg_dumpall --clean --if-exists | gzip
}
