#!/usr/bin/env bash
# Times the operator beside a bare client and a bare JVM in the same run, and writes docs/performance.md.
# BENCH=long adds 50 platforms. Worth something on a machine that does nothing else only.
. "$(dirname "$0")/lib.sh"
say "Measuring (about a quarter of an hour on two cores; BENCH=long: half an hour)"
if ! maven -q verify -pl operator/app -am -DskipUnitTests=true -Dtest=PlatformBench \
  -Dsurefire.failIfNoSpecifiedTests=false; then
  fail "the measurement did not finish" "the report: operator/app/target/surefire-reports"
fi
sed -n '/^|/p' "$ROOT/docs/performance.md"
say "Written to docs/performance.md"
