#!/usr/bin/env bash
# Start times of kubectl ecp beside those of a bare JVM, in one run on one machine.
# Usage: scripts/bench-cli.sh [status shop -n shop]   with arguments, that command is timed too
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/jdk.sh
. "$ROOT/scripts/jdk.sh"

scripts="$ROOT/scripts"
"$scripts/install-cli.sh" "$RUN/bin"
exec "$JAVA_HOME/bin/java" "$scripts/BenchCli.java" "$RUN/bin/kubectl-ecp" "$RUN/bench" "$@"
