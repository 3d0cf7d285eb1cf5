#!/usr/bin/env bash
# All tests of all modules in one reactor: scripts/test.sh [further arguments of Maven, as -pl crds]
. "$(dirname "$0")/lib.sh"
started="$(now)"
say "Testing (the first run builds the control plane, about 8 minutes on two cores)"
# A cluster that was given is one for all tests: they take turns.
forks=2
if [ "${PLANE:-local}" = existing ] || [ -n "${ECP_TEST_KUBECONFIG:-}" ]; then forks=1; fi
if ! maven verify "-Dtest.forks=$forks" "$@"; then
  fail "tests failed" "the reports: <module>/target/surefire-reports" \
    "one test again: scripts/test.sh -pl <module> -am -Dtest=<Name> -Dsurefire.failIfNoSpecifiedTests=false" \
    "an *ApiTest of operator/app or operator/cli wants -DskipUnitTests=true too: it runs on the built jar"
fi
say "All tests passed in $(($(now) - started)) s"
