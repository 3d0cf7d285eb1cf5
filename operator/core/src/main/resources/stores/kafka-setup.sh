# Makes topics and adds partitions to those that have too few; runs as often as it likes.
# BOOTSTRAP: address of the brokers; TOPICS: name:partitions:copies:retention in ms, 0 for none
PATH=$PATH:/opt/kafka/bin

topics() {
  kafka-topics.sh --bootstrap-server "$BOOTSTRAP" "$@"
}

until described=$(topics --describe); do sleep 5; done

for row in $TOPICS; do
  IFS=: read -r topic partitions copies retention <<<"$row"
  existing=$(sed -n "s/^Topic: $topic[[:space:]].*PartitionCount: *\([0-9]*\).*/\1/p" <<<"$described")
  if [ -z "$existing" ]; then
    topics --create --if-not-exists --topic "$topic" --partitions "$partitions" \
      --replication-factor "$copies"
  elif [ "$existing" -lt "$partitions" ]; then
    topics --alter --topic "$topic" --partitions "$partitions"
  fi
  if [ "$retention" != 0 ]; then
    kafka-configs.sh --bootstrap-server "$BOOTSTRAP" --alter --entity-type topics \
      --entity-name "$topic" --add-config "retention.ms=$retention"
  fi
done
