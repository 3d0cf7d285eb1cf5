#!/usr/bin/env bash
# The quality gate: formatting, static analysis, architecture, sizes, generated files, words, scripts, docs.
# Runs every check even after one has failed, and ends with what failed and how to repair it.
. "$(dirname "$0")/lib.sh"
. "$ROOT/scripts/jdk.sh"
cd "$ROOT"

LOG="$RUN/check"
mkdir -p "$LOG"
FAILED=()

# What went wrong, without Maven's advice, stack traces of its own and the text of each difference.
readable() {
  sed -e 's/^\[ERROR\] *//' "$1" | grep -vE '^$|^(SLF4J|WARNING: |To see the full stack|Re-run Maven|For more information|\[Help 1\]|-> \[Help|After correcting|mvn <args>|Run .mvn spotless)|^ *(@@|[-+]?·)|^[-+]|^[[:space:]]+at ' |
    awk '!seen[$0]++' || true
}

# check <name> <how to repair> <command...>: silent when it passes, its output when it does not.
check() {
  local name="$1" repair="$2" started log
  shift 2
  started="$(now)"
  log="$LOG/$(printf '%s' "$name" | tr ' ' '-').log"
  printf '  %-28s' "$name"
  if "$@" >"$log" 2>&1; then
    printf '%sok%s      %ss\n' "$GREEN" "$PLAIN" "$(($(now) - started))"
  else
    printf '%sFAILED%s  %ss\n' "$RED" "$PLAIN" "$(($(now) - started))"
    readable "$log" | sed -n 1,40p | sed 's/^/      /'
    printf '      %srepair:%s %s\n' "$BOLD" "$PLAIN" "$repair"
    FAILED+=("$name: $repair")
  fi
}

sources() { git ls-files -co --exclude-standard "$@"; }

shell_syntax() {
  local file
  while IFS= read -r file; do
    if [ -f "$file" ]; then bash -n "$file"; fi
  done < <(sources 'scripts/*.sh' .ci/run)
}

shell_analysis() { sources 'scripts/*.sh' .ci/run | xargs shellcheck -x; }

# Python files of the AWS emulator: parsed, and none over the size of a page that can be reviewed.
python_files() {
  sources '*.py' | python3 -c '
import ast, sys
bad = 0
for name in sys.stdin.read().split("\n"):
    if name:
        text = open(name, encoding="utf-8").read()
        ast.parse(text, name)
        if text.count("\n") > 400:
            bad = 1
            print(name, "is over 400 lines: split it")
sys.exit(bad)'
}

budgets() { sources '*.java' | java scripts/SourceBudgets.java; }

# An empty class compiles, and an empty test is green; a merge once left one.
nothing_empty() {
  local file found=0
  while IFS= read -r file; do
    grep -qE '(class|record|interface|enum|package|module) ' "$file" || { echo "$file is empty"; found=1; }
  done < <(sources '*.java')
  return "$found"
}

formatting() { maven -q -fae com.diffplug.spotless:spotless-maven-plugin:check; }

analysis() { maven -q -Pcheck test-compile; }

# The tests that look at the code and at generated files, not at what the code does.
architecture() {
  maven -q -Pcheck test -Dtest='ArchitectureTest,*InSyncTest' -Dsurefire.failIfNoSpecifiedTests=false
}

say "Checking (logs in .run/check)"
check "words" "take out what the lines name; see scripts/check-words.sh" scripts/check-words.sh
check "shell syntax" "mend the line that bash names" shell_syntax
if have shellcheck; then
  check "shell analysis" "mend the line; shellcheck -x <file> explains it" shell_analysis
else
  note "no shellcheck on this machine: make doctor says how to get it"
fi
check "docs" "see above; scripts/check-docs.sh holds the list of tested commands" scripts/check-docs.sh
if have python3; then
  check "python" "mend the line that is named" python_files
else
  note "no python3 on this machine: make doctor says how to get it"
fi
check "no empty files" "bring back what was in it: git log -p -- <file>" nothing_empty
check "size budgets" "as each line says" budgets
check "formatting" "make format" formatting
failed_before="${#FAILED[@]}"
check "static analysis" "mend what the lines name; each links to its explanation" analysis
if [ "${#FAILED[@]}" -eq "$failed_before" ]; then
  check "architecture and generated" "as each failure says; generated files: make golden" architecture
else
  note "architecture and generated: waits for the static analysis"
fi

if [ "${#FAILED[@]}" -gt 0 ]; then
  fail "${#FAILED[@]} of the checks failed" "${FAILED[@]}"
fi
say "All checks passed"
