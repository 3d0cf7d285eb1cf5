#!/usr/bin/env bash
# Says what runs: plane and operator.
. "$(dirname "$0")/lib.sh"
if [ -f "$ROOT/localplane/target/localplane.jar" ]; then
  "$ROOT/scripts/plane.sh" status || true
else
  note "nothing is built, so no plane runs"
fi
"$ROOT/scripts/operator.sh" status
