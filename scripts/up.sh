#!/usr/bin/env bash
# Leaves a plane running with the operator in it. Ctrl-C before the end leaves nothing of it behind.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

CRD=crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml
mkdir -p "$RUN/bin"

was_up=no
if [ -f "$RUN/up" ]; then was_up=yes; fi
undo() {
  trap - INT TERM EXIT
  if [ "$was_up" = no ]; then
    say "Not finished: stopping what was started"
    scripts/down.sh || true
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
kubectl apply --server-side --force-conflicts -f "$CRD" >/dev/null
kubectl wait --for=condition=Established -f "$CRD" --timeout=30s >/dev/null
kubectl apply --server-side --force-conflicts -k deploy/kustomize/base >/dev/null
scripts/operator.sh start
SKIP_BUILD=1 scripts/install-cli.sh "$RUN/bin"

touch "$RUN/up"
trap - INT TERM EXIT
say "Up. To use it: . .run/env   To stop it: make down"
