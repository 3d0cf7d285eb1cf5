#!/usr/bin/env bash
# Five lines of YAML become a platform: plane up, operator in, samples/minimal.yaml applied, progress until Ready.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

SAMPLE=samples/minimal.yaml
NAMESPACE=shop
PATIENCE="${DEMO_SECONDS:-300}"
STARTED="$(now)"

was_up=no
if [ -f "$RUN/up" ]; then was_up=yes; fi
scripts/up.sh
# shellcheck disable=SC1091
. "$RUN/env"

interrupted() {
  trap - INT TERM
  if [ "$was_up" = no ]; then
    say "Interrupted: stopping what was started"
    QUICK=1 scripts/down.sh || true
  fi
  exit 130
}
trap interrupted INT TERM

platform() { kubectl -n "$NAMESPACE" get -f "$SAMPLE" -o "jsonpath=$1"; }

# What the platform says of itself, one condition per line; whatever changes is worth a line of progress.
conditions() {
  platform '{range .status.conditions[*]}{.type}{"="}{.status}{" "}{.reason}{" "}{.message}{"\n"}{end}'
}

is_ready() {
  local seen
  seen="$(platform '{.metadata.generation} {.status.observedGeneration} {.status.conditions[?(@.type=="Ready")].status}')"
  [ "$seen" = "${seen%% *} ${seen%% *} True" ]
}

pods() {
  kubectl -n "$NAMESPACE" get pods --no-headers 2>/dev/null |
    awk '$3 != "Completed" {split($2, n, "/"); all++; if (n[1] == n[2]) ready++}
      END {printf "%d of %d pods ready", ready, all}'
}

# One line of the screen at most; kubectl ecp status has the rest.
progress() {
  local text="$1"
  if [ "${#text}" -gt 96 ]; then text="${text:0:95}…"; fi
  printf '%s%4ss%s  %s\n' "$DIM" "$(($(now) - applied))" "$PLAIN" "$text"
}

# Prints a line whenever something changed, so that it reads as well in a log as on a terminal.
watch() {
  local before='' conditions pods pods_before='' line
  until is_ready; do
    conditions="$(conditions)"
    while IFS= read -r line; do
      [ -z "$line" ] || printf '%s\n' "$before" | grep -qxF -- "$line" || progress "$line"
    done <<<"$conditions"
    before="$conditions"
    pods="$(pods)"
    if [ "$pods" != "$pods_before" ]; then progress "$pods"; fi
    pods_before="$pods"
    if [ $(($(now) - applied)) -gt "$PATIENCE" ]; then
      .run/bin/kubectl-ecp status -n "$NAMESPACE" || true
      fail "not Ready after $PATIENCE s" "the operator's log: .run/operator/log" "events: kubectl -n $NAMESPACE get events"
    fi
    sleep 0.5
  done
  progress "$(pods)"
  progress "Ready"
}

say "One custom resource: $SAMPLE"
sed 's/^/      /' "$SAMPLE"
kubectl get namespace "$NAMESPACE" >/dev/null 2>&1 || kubectl create namespace "$NAMESPACE" >/dev/null
kubectl -n "$NAMESPACE" apply -f "$SAMPLE"
applied="$(now)"
watch

say "The platform"
kubectl ecp status -n "$NAMESPACE"
if [ "${PLANE:-local}" != existing ]; then
  say "API server, controllers and operator are real; nodes and pods are simulated here, no container runs"
fi
cat <<TEXT

Ready after $(($(now) - STARTED)) s. Try next, after: . .run/env
  kubectl -n $NAMESPACE get all
  kubectl ecp plan -n $NAMESPACE          what the next pass would change: nothing
  kubectl -n $NAMESPACE delete deployment order-blue; kubectl ecp status -n $NAMESPACE --watch
  kubectl -n $NAMESPACE edit ecp          change the version, a replica count, a host

To stop it: make down
TEXT
