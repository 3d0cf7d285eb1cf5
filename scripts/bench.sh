#!/usr/bin/env bash
# Times the operator beside a bare client and a bare JVM in the same run, and writes docs/performance.md;
# then counts its calls to AWS at rest, into docs/aws-calls.md.
# BENCH=long adds 50 platforms; BENCH=aws only counts. Times are worth something on a machine that does
# nothing else only, counts on any.
. "$(dirname "$0")/lib.sh"
if [ "${BENCH:-}" != aws ]; then
  say "Measuring (about a quarter of an hour on two cores; BENCH=long: half an hour)"
  if ! maven -q verify -pl operator/app -am -DskipUnitTests=true -Dtest=PlatformBench \
    -Dsurefire.failIfNoSpecifiedTests=false; then
    fail "the measurement did not finish" "the report: operator/app/target/surefire-reports"
  fi
  sed -n '/^|/p' "$ROOT/docs/performance.md"
  say "Written to docs/performance.md"
fi
say "Counting calls to AWS"
if ! maven -q test -pl operator/aws -am -Dtest=AwsCallsBench -Dsurefire.failIfNoSpecifiedTests=false; then
  fail "the count did not finish" "the report: operator/aws/target/surefire-reports"
fi
sed -n '/^|/p' "$ROOT/docs/aws-calls.md"
say "Written to docs/aws-calls.md"
