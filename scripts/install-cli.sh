#!/usr/bin/env bash
# Puts kubectl-ecp into .run/bin, with a start-up cache where the JDK can have one.
. "$(dirname "$0")/lib.sh"
. "$ROOT/scripts/jdk.sh"
. "$ROOT/scripts/aot.sh"

JAR="$ROOT/operator/cli/target/kubectl-ecp.jar"
PROGRAM="$RUN/bin/kubectl-ecp"
FLAGS=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto)

# One run of each command that people type often teaches the cache; what they answer does not matter.
train() {
  local training=() line
  while IFS= read -r line; do training+=("$line"); done < <(aot_training_flags cli "$JAR")
  "$JAVA_HOME/bin/java" "${FLAGS[@]}" "${training[@]}" -jar "$JAR" status -A >/dev/null 2>&1 || true
}

cache=()
if aot_possible; then
  if [ -z "$(aot_flags cli "$JAR")" ]; then train; fi
  while IFS= read -r line; do cache+=("$line"); done < <(aot_flags cli "$JAR")
else
  note "kubectl ecp starts faster on JDK 25 (start-up cache); this is an older one"
fi

mkdir -p "$RUN/bin"
{
  printf '#!/bin/sh\n'
  printf 'exec "%s/bin/java"' "$JAVA_HOME"
  printf ' "%s"' "${FLAGS[@]}" ${cache[@]+"${cache[@]}"} -jar "$JAR"
  printf ' "$@"\n'
} >"$PROGRAM.new"
chmod +x "$PROGRAM.new"
mv "$PROGRAM.new" "$PROGRAM"
