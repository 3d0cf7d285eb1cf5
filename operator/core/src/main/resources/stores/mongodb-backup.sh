# Every database and what was written meanwhile, as one archive for mongorestore --archive --gzip
# --oplogReplay. The password stands in a file, as arguments are for everybody to see.
dump() {
  umask 077
  printf 'password: "%s"\n' "$ADMIN_PASSWORD" >/tmp/mongodump.yaml
  mongodump --config=/tmp/mongodump.yaml --host="$REPLICA_SET/${MEMBERS// /,}" --username="$ADMIN" \
    --authenticationDatabase=admin --oplog --gzip --archive
}
