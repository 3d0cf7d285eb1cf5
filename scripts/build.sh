#!/usr/bin/env bash
# Builds the launcher of the plane, the operator and the command line, if a source changed since the last time.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

STAMP="$RUN/build/sources"
RESULTS="localplane/target/localplane.jar operator/app/target/quarkus-app/quarkus-run.jar operator/cli/target/kubectl-ecp.jar"

# Every file that ends up in a jar, by content: a checkout or a touch alone builds nothing.
sources_hash() {
  git ls-files -co --exclude-standard -- pom.xml '*/pom.xml' '*/src/main/*' 'crds/*.yaml' \
    'localplane/tools/*' 'localplane/stages/*' 'localplane/manifests/*' 'workloads/contracts/*' |
    while IFS= read -r file; do if [ -f "$file" ]; then printf '%s\n' "$file"; fi; done |
    git hash-object --stdin-paths | digest
}

up_to_date() {
  local result
  [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$1" ] || return 1
  for result in $RESULTS; do [ -f "$result" ] || return 1; done
}

hash="$(sources_hash)"
if up_to_date "$hash"; then
  note "built already"
  exit 0
fi
say "Building (about a minute the first time)"
rm -f "$STAMP"
mkdir -p "$RUN/build"
started="$(now)"
if ! maven -q package -Dmaven.test.skip=true >"$RUN/build/log" 2>&1; then
  grep -E '^\[ERROR\]' "$RUN/build/log" | head -40 >&2 || true
  fail "the build failed" "all of its output: .run/build/log"
fi
printf '%s\n' "$hash" >"$STAMP"
note "built in $(($(now) - started)) s"
