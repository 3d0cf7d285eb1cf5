#!/usr/bin/env bash
# Leaves a plane running with the operator in it. Ctrl-C before the end leaves nothing of it behind.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

CRD=ecommerceplatforms.ecommerceplatform.io
mkdir -p "$RUN/bin"

was_up=no
if [ -f "$RUN/up" ]; then was_up=yes; fi
undo() {
  trap - INT TERM EXIT
  if [ "$was_up" = no ]; then
    say "Not finished: stopping what was started"
    QUICK=1 scripts/down.sh || true
  fi
}
trap 'undo; exit 130' INT TERM
trap 'undo' EXIT

scripts/build.sh
say "Control plane"
scripts/plane.sh up
# shellcheck disable=SC1091
. "$RUN/env"
have kubectl || fail "no kubectl on the PATH" "PLANE=existing needs one: https://kubernetes.io/docs/tasks/tools"

say "Custom resource and operator"
kubectl apply --server-side --force-conflicts -k deploy/kustomize/base >/dev/null
# Neither kubectl wait nor a filter: both fail on a definition that has no condition yet.
tries=0
until kubectl get crd "$CRD" -o 'jsonpath={range .status.conditions[*]}{.type}={.status} {end}' | grep -q Established=True; do
  tries=$((tries + 1))
  [ "$tries" -le 100 ] || fail "the definition $CRD is not established after 20 s" "kubectl describe crd $CRD"
  sleep 0.2
done
scripts/operator.sh start
SKIP_BUILD=1 scripts/install-cli.sh "$RUN/bin"

touch "$RUN/up"
trap - INT TERM EXIT
say "Up. To use it: . .run/env   To stop it: make down"
