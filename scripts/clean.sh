#!/usr/bin/env bash
# Stops what runs and removes what was built in this checkout; the cache of the control plane stays.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"
if [ -d "$RUN" ]; then scripts/down.sh; fi
rm -rf "$RUN"
find . -name target -type d -not -path './.git/*' -prune -exec rm -rf {} +
say "Clean. The built control plane stays in $CACHE; to remove it too: rm -r $CACHE"
