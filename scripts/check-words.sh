#!/usr/bin/env bash
# Refuses what must not be committed: folders of one machine, download mirrors, work left open, tests
# that cannot fail. The user of examples is ada; a line that is right as it stands can end with: words:allow
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

FOUND=0

# refuse <why> <extended regular expression> <pathspec...>
refuse() {
  local why="$1" pattern="$2" hits
  shift 2
  hits="$(git grep -nIE --untracked -e "$pattern" -- "$@" ':!scripts/check-words.sh' ':!LICENSE' ':!*/go.sum' |
    grep -vE 'words:allow|/home/(ada|linuxbrew)/' || true)"
  if [ -n "$hits" ]; then
    FOUND=1
    printf '%s\n' "$hits"
    printf '  -> %s\n\n' "$why"
  fi
}

refuse "a folder of one machine: use a relative path, \$ROOT, \$HOME or a property" \
  '(^|[^A-Za-z0-9_.$}/-])/(work|root|Users/[a-z]+|home/[a-z]+)/' .
refuse "a download mirror: name the official host, a mirror belongs into the settings of a machine" \
  '(artifactory|nexus\.|/nexus/|jfrog\.io|maven\.aliyun|goproxy\.(cn|io)|goproxy/|<mirrors?>|-mirror\.)' .
refuse "work left open: do it, or leave it out and say so in the change" \
  '(^|[^A-Za-z])(TODO|FIXME|XXX)([^A-Za-z]|$)' '*.java' '*.sh' '*.md' '*.yaml' '*.xml' Makefile
refuse "a disabled test: repair it or delete it" '@Disabled' '*.java'
refuse "a test that waits by sleeping: await the condition with a deadline" \
  'Thread\.sleep|TimeUnit\.[A-Z]+\.sleep' '*/src/test/*.java'

if [ "$FOUND" -ne 0 ]; then
  fail "the lines above must not be committed" "repair: as said below each group"
fi
