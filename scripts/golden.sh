#!/usr/bin/env bash
# Rewrites every generated or golden file that a test compares; the difference is then yours to read.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"
maven -q test -Dgolden=write -Dtest='*InSyncTest,*GoldenTest' -Dsurefire.failIfNoSpecifiedTests=false
say "Written. What changed:"
git status --short
