# Makes what logs need inside OpenSearch; runs again whenever one of its variables changes.
# URL            of the server
# LOGS           alias that logs are written to; the indices behind it are $LOGS-000001 and so on
# RETENTION_DAYS when an index is deleted
# REPLICAS       copies of each shard
until curl -sf "$URL/_cluster/health?wait_for_status=yellow&timeout=5s" >/dev/null; do sleep 2; done

send() { curl -sf -X "$1" -H 'Content-Type: application/json' "$URL/$2" -d "$3" >/dev/null; }
put() { send PUT "$@"; }
post() { send POST "$@"; }

policy='{"policy": {
  "description": "Logs are deleted after '"$RETENTION_DAYS"' days",
  "default_state": "written",
  "states": [
    {"name": "written",
     "actions": [{"rollover": {"min_index_age": "1d", "min_primary_shard_size": "10gb"}}],
     "transitions": [{"state_name": "deleted",
                      "conditions": {"min_rollover_age": "'"$RETENTION_DAYS"'d"}}]},
    {"name": "deleted", "actions": [{"delete": {}}], "transitions": []}],
  "ism_template": [{"index_patterns": ["'"$LOGS"'-*"], "priority": 100}]}}'

# A policy is changed only by who has seen its last version.
seen="$(curl -s "$URL/_plugins/_ism/policies/$LOGS")"
number() { printf '%s' "$seen" | sed -n 's/.*"'"$1"'":\([0-9]*\).*/\1/p'; }
version=''
if [ -n "$(number _seq_no)" ]; then
  version="?if_seq_no=$(number _seq_no)&if_primary_term=$(number _primary_term)"
fi
put "_plugins/_ism/policies/$LOGS$version" "$policy"

put "_index_template/$LOGS" '{
  "index_patterns": ["'"$LOGS"'-*"],
  "template": {
    "settings": {"number_of_shards": 1, "number_of_replicas": '"$REPLICAS"',
                 "plugins.index_state_management.rollover_alias": "'"$LOGS"'"},
    "mappings": {"properties": {"@timestamp": {"type": "date"}}}}}'

# Lines that came before the alias made an index of its name: they are moved behind it.
if ! curl -sf "$URL/_alias/$LOGS" >/dev/null; then
  curl -sfI "$URL/$LOGS-000001" >/dev/null || put "$LOGS-000001" '{}'
  actions='{"add": {"index": "'"$LOGS"'-000001", "alias": "'"$LOGS"'", "is_write_index": true}}'
  if curl -sfI "$URL/$LOGS" >/dev/null; then
    post _reindex '{"source": {"index": "'"$LOGS"'"}, "dest": {"index": "'"$LOGS"'-000001"}}'
    actions='{"remove_index": {"index": "'"$LOGS"'"}}, '"$actions"
  fi
  post _aliases '{"actions": ['"$actions"']}'
fi
# indices that are there already follow the new policy
post "_plugins/_ism/change_policy/$LOGS-*" '{"policy_id": "'"$LOGS"'"}'
