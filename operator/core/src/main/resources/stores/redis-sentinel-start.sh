# Starts one process of a cache that Sentinels guard; runs as often as it likes. Who the primary is,
# the newest answer of all Sentinels says; when none runs, what this member's own one knew last; and
# in a new cache it is the first member.
# ROLE: server or sentinel; CACHE: name of the cache; PASSWORD: of both
# MEMBERS: addresses of all members, host:port; the Sentinel of a member listens 20000 above it
# DATA: the volume, which both processes of a member share; MAXMEMORY: in bytes
umask 077
export REDISCLI_AUTH="$PASSWORD"
state=$DATA/sentinel.conf

quorum=$(($(printf '%s\n' $MEMBERS | wc -l) / 2 + 1))
own=$(printf '%s\n' $MEMBERS | sed -n "$((${HOSTNAME##*-} + 1))p")

# each line: the epoch in which somebody became the primary, and its address
answers() {
  echo "-1 ${MEMBERS%% *}"
  if [ -f "$state" ]; then
    awk '$2 == "monitor" {at = $4 ":" $5} $2 == "config-epoch" {epoch = $4}
      END {if (at) print epoch + 0, at}' "$state"
  fi
  for member in $MEMBERS; do
    timeout 3 redis-cli -h "${member%:*}" -p $((${member##*:} + 20000)) \
      sentinel master "$CACHE" 2>/dev/null |
      awk 'NR % 2 {key = $0; next} {is[key] = $0}
        END {if (is["ip"]) print is["config-epoch"] + 0, is["ip"] ":" is["port"]}' || true
  done
}

primary=$(answers | sort -n | tail -n 1 | cut -d ' ' -f 2)

if [ "$ROLE" = server ]; then
  config=${TMPDIR:-/tmp}/redis.conf
  {
    printf 'port %s\ndir "%s"\nappendonly yes\n' "${own##*:}" "$DATA"
    printf 'requirepass "%s"\nmasterauth "%s"\n' "$PASSWORD" "$PASSWORD"
    printf 'maxmemory %s\nrepl-diskless-sync-delay 0\n' "$MAXMEMORY"
    printf 'replica-announce-ip %s\nreplica-announce-port %s\n' "${own%:*}" "${own##*:}"
    # a primary that nobody follows has been replaced, or will be: what it took would be lost
    printf 'min-replicas-to-write 1\nmin-replicas-max-lag 10\n'
    if [ "$primary" != "$own" ]; then
      printf 'replicaof %s %s\n' "${primary%:*}" "${primary##*:}"
    fi
  } >"$config"
  exec redis-server "$config" "$@"
fi

# what a Sentinel knew stays, unless it is about another primary or about a member that left
known=
if [ -f "$state" ]; then
  known=$(awk -v primary="$primary" -v members=" $MEMBERS " '
    $2 == "monitor" {same = ($4 ":" $5 == primary)}
    $2 == "myid" || $2 == "current-epoch" {print}
    $2 == "config-epoch" || $2 == "leader-epoch" {if (same) print}
    $2 == "known-replica" {if (same && index(members, " " $4 ":" $5 " ")) print}
    $2 == "known-sentinel" {if (same && index(members, " " $4 ":" $5 - 20000 " ")) print}' "$state")
fi
{
  printf 'port %s\ndir "%s"\n' $((${own##*:} + 20000)) "${TMPDIR:-/tmp}"
  printf 'requirepass "%s"\n' "$PASSWORD"
  printf 'sentinel resolve-hostnames yes\nsentinel announce-hostnames yes\n'
  printf 'sentinel announce-ip %s\nsentinel announce-port %s\n' "${own%:*}" $((${own##*:} + 20000))
  printf 'sentinel monitor %s %s %s %s\n' "$CACHE" "${primary%:*}" "${primary##*:}" "$quorum"
  printf 'sentinel auth-pass %s %s\n' "$CACHE" "$PASSWORD"
  printf 'sentinel down-after-milliseconds %s 5000\n' "$CACHE"
  printf 'sentinel failover-timeout %s 10000\n' "$CACHE"
  printf '%s\n' "$known"
} >"$state.new"
mv "$state.new" "$state"
exec redis-sentinel "$state"
