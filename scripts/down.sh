#!/usr/bin/env bash
# Stops what make up started, by the recorded process ids.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

rm -f "$RUN/up"
scripts/operator.sh stop
if [ -d "$RUN/plane" ] || [ -f "$RUN/kubeconfig" ]; then
  scripts/plane.sh down
else
  note "no plane runs"
fi
rm -f "$RUN/env"
