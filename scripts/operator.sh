#!/usr/bin/env bash
# The operator as a process of this machine, under its own ServiceAccount: scripts/operator.sh start|stop|status
. "$(dirname "$0")/lib.sh"
. "$ROOT/scripts/jdk.sh"
. "$ROOT/scripts/aot.sh"

HOME_DIR="$RUN/operator"
PID="$HOME_DIR/pid"
JAR="$ROOT/operator/app/target/quarkus-app/quarkus-run.jar"
NAMESPACE=ecommerce-platform-system
ACCOUNT=ecommerce-platform-operator
READY_SECONDS=60

# What the running operator was started from; if it changed, the operator has to be started anew.
fingerprint() { cat "$JAR" "$RUN/build/sources" "$RUN/kubeconfig" "$RUN/env" | digest; }

# A kubeconfig with a token of the operator's ServiceAccount: never an administrator's certificate.
write_kubeconfig() {
  local token kubeconfig="$HOME_DIR/kubeconfig"
  token="$(kubectl -n "$NAMESPACE" create token "$ACCOUNT" --duration=720h)"
  (umask 077 && kubectl config view --minify --flatten --raw >"$kubeconfig")
  export KUBECONFIG="$kubeconfig"
  local user
  user="$(kubectl config view -o jsonpath='{.contexts[0].context.user}')"
  kubectl config delete-user "$user" >/dev/null
  kubectl config set-credentials operator --token="$token" >/dev/null
  kubectl config set-context --current --user=operator --namespace=default >/dev/null
}

# Ports up from 8180: one that nobody listens on.
free_port() {
  local port=8180
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  printf '%s\n' "$port"
}

# The first line of the answer to GET <path>; the operator's own port, so no curl is needed.
http_status() {
  (
    exec 3<>"/dev/tcp/127.0.0.1/$(cat "$HOME_DIR/port")" || exit 1
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
    head -1 <&3
  ) 2>/dev/null || true
}

ready() { http_status /q/health/ready | grep -q ' 200'; }

# Ends the operator without the seconds in which it would write what it learnt.
forget_training() {
  if alive "$PID"; then kill -9 "$(cat "$PID")"; fi
  rm -f "$PID" "$AOT"/operator-*
}

# What a run learnt that did not even start is worth nothing to the next one.
give_up() {
  grep -v 'AOT' "$HOME_DIR/log" | tail -30 >&2
  forget_training
  stop
  fail "$1" "all of its output: .run/operator/log"
}

await_ready() {
  local deadline=$(($(now) + READY_SECONDS))
  until ready; do
    alive "$PID" || give_up "the operator ended while it started"
    [ "$(now)" -le "$deadline" ] || give_up "the operator is not ready after $READY_SECONDS s"
    sleep 0.2
  done
}

# In a session of its own, so that Ctrl-C in this terminal does not reach it later.
launch() {
  local line flags=()
  while IFS= read -r line; do flags+=("$line"); done < <(aot_flags operator "$JAR")
  if [ "${#flags[@]}" -eq 0 ]; then
    while IFS= read -r line; do flags+=("$line"); done < <(aot_training_flags operator "$JAR")
    if [ "${#flags[@]}" -gt 0 ]; then touch "$HOME_DIR/training"; fi
  fi
  local session=''
  if have setsid; then session=setsid; fi
  (
    cd "$HOME_DIR"
    QUARKUS_HTTP_PORT="$(cat "$HOME_DIR/port")"
    export QUARKUS_HTTP_PORT QUARKUS_HTTP_HOST=127.0.0.1
    # the plane's AWS, with the identity that the samples name
    set -a && . "$RUN/env" && set +a
    export KUBECONFIG="$HOME_DIR/kubeconfig" ECP_AWS_IDENTITIES_DEFAULT_ROLE_ARN=own
    # shellcheck disable=SC2086
    exec $session "$JAVA_HOME/bin/java" "@$ROOT/operator/jvm.options" -Xmx128m \
      ${flags[@]+"${flags[@]}"} -jar "$JAR" </dev/null >"$HOME_DIR/log" 2>&1
  ) &
  printf '%s\n' "$!" >"$PID"
}

start() {
  local wanted started
  wanted="$(fingerprint)"
  if alive "$PID" && [ "$(cat "$HOME_DIR/fingerprint" 2>/dev/null)" = "$wanted" ] && ready; then
    note "the operator runs already"
    return
  fi
  stop
  mkdir -p "$HOME_DIR"
  (write_kubeconfig)
  free_port >"$HOME_DIR/port"
  started="$(now)"
  launch
  await_ready
  printf '%s\n' "$wanted" >"$HOME_DIR/fingerprint"
  note "the operator is ready after $(($(now) - started)) s, as ServiceAccount $NAMESPACE/$ACCOUNT"
}

stop() {
  if alive "$PID"; then
    if [ ! -f "$HOME_DIR/training" ]; then
      stop_pid_file "$PID" 30
    elif [ -n "${QUICK:-}" ]; then
      forget_training
    else
      note "the operator writes its start-up cache, once (10 to 20 s)"
      stop_pid_file "$PID" 60
    fi
    note "the operator is stopped"
  fi
  rm -f "$PID" "$HOME_DIR"/{fingerprint,port,kubeconfig,training}
}

status() {
  if ! alive "$PID"; then
    note "the operator does not run"
  elif ready; then
    note "the operator is ready (pid $(cat "$PID"), health on port $(cat "$HOME_DIR/port"))"
  else
    note "the operator runs, not ready (pid $(cat "$PID")); see .run/operator/log"
  fi
}

case "${1:-}" in
  start | stop | status) "$1" ;;
  *) fail "usage: scripts/operator.sh start|stop|status" ;;
esac
