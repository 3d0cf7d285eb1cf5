#!/usr/bin/env bash
# One resource becomes a platform: plane up, operator in, a sample applied, progress until Ready.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

# Where there is no AWS to show, the sample that needs none.
SAMPLE=samples/economy.yaml
if [ "${PLANE:-local}" = existing ] || [ "${PLANE_AWS:-emulator}" = none ]; then
  SAMPLE=samples/minimal.yaml
fi
NAMESPACE=shop
PATIENCE="${DEMO_SECONDS:-600}"
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

say "One custom resource: $SAMPLE"
grep -v '^ *#' "$SAMPLE" | sed 's/^/      /'
kubectl get namespace "$NAMESPACE" >/dev/null 2>&1 || kubectl create namespace "$NAMESPACE" >/dev/null
kubectl -n "$NAMESPACE" apply -f "$SAMPLE"
if ! kubectl ecp status -n "$NAMESPACE" --watch --until-ready --timeout "${PATIENCE}s"; then
  fail "not Ready after $PATIENCE s" "the operator's log: .run/operator/log" "events: kubectl -n $NAMESPACE get events"
fi
# on a terminal the watch ends with this tree
if [ ! -t 1 ]; then
  say "The platform"
  kubectl ecp status -n "$NAMESPACE"
fi
if [ "${PLANE:-local}" != existing ]; then
  say "API server, controllers and operator are real; nodes, pods and AWS are simulated here, no container runs"
fi
cat <<TEXT

Ready after $(($(now) - STARTED)) s. Try next, after: . .run/env
  kubectl -n $NAMESPACE get all
  kubectl ecp plan -n $NAMESPACE          what the next pass would change: nothing
  kubectl -n $NAMESPACE delete deployment order-blue; kubectl ecp status -n $NAMESPACE --watch
  kubectl -n $NAMESPACE edit ecp          change the version, a replica count, a host

To stop it: make down
TEXT
