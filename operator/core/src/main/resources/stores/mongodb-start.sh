# The first member makes the administrator before the replica set exists; the others must be empty
# when they join it.
if [ "${HOSTNAME##*-}" != 0 ]; then
  unset MONGO_INITDB_ROOT_USERNAME MONGO_INITDB_ROOT_PASSWORD
fi
exec docker-entrypoint.sh mongod --replSet "$REPLICA_SET" --keyFile /run/keyfile/keyfile --bind_ip_all \
  "$@"
