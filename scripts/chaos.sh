#!/usr/bin/env bash
# The long forms of the tests under faults: watches as short as they are shipped, a foreign editor for
# five minutes, and an operator that dies at three points of every write of a small platform's life,
# and at two of every write to AWS.
. "$(dirname "$0")/lib.sh"
tests='ApiFaultsApiTest,ConflictStormApiTest,KillPointApiTest,ManyDeathsApiTest,MisoperationApiTest'
started="$(now)"
say "Testing under faults, long form (about an hour on two cores)"
if ! maven -q verify -pl operator/app -am -DskipUnitTests=true "-Dtest=$tests" -Dchaos=long \
  -Dsurefire.failIfNoSpecifiedTests=false "$@"; then
  fail "tests failed" "the reports: operator/app/target/surefire-reports"
fi
if ! maven -q test -pl operator/aws -am -Dtest=AwsKillPointApiTest -Dchaos=long \
  -Dsurefire.failIfNoSpecifiedTests=false; then
  fail "tests failed" "the reports: operator/aws/target/surefire-reports"
fi
say "All passed in $(($(now) - started)) s"
