# Brokers beyond the quorum of controllers are brokers only.
if [ "$KAFKA_NODE_ID" -ge 3 ]; then
  export KAFKA_PROCESS_ROLES=broker
  export KAFKA_LISTENERS="${KAFKA_LISTENERS%%,CONTROLLER:*}"
fi
exec /etc/kafka/docker/run
