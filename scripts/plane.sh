#!/usr/bin/env bash
# The launcher of the local plane with the state folder of this checkout: scripts/plane.sh up|down|status|...
. "$(dirname "$0")/lib.sh"
. "$ROOT/scripts/jdk.sh"

JAR="$ROOT/localplane/target/localplane.jar"
[ -f "$JAR" ] || "$ROOT/scripts/build.sh"
verb="${1:?usage: scripts/plane.sh up|down|status}"
shift
cd "$ROOT"
exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$JAR" "$verb" --state-dir .run "$@"
