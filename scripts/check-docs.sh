#!/usr/bin/env bash
# Every command that a page shows in a fenced sh block must be one that runs somewhere: a target of the
# Makefile, or a command below, which a test or the demo runs. Every relative link must lead to a file.
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

# One shell pattern per line; beside it who runs it.
tested_commands() {
  cat <<'LIST'
PLANE=existing make *            scripts/up.sh and demo.sh, with the kubeconfig of a running plane
. .run/env                       scripts/up.sh
IMAGE_BASE=* make image          scripts/image-check.sh, on the base scratch
LIST
}

# Plain kubectl is not ours to test, but the verb has to be one; of kubectl ecp the command is looked up here, and
# DocumentedCommandsTest of operator/cli parses the whole line with its options.
KUBECTL_VERBS=' annotate api-resources apply auth create delete describe edit events exec explain get label logs patch rollout scale top wait '
cli_commands() { git grep -hoE --untracked 'name = "[a-z-]+"' -- 'operator/cli/src/main/*Command.java' | cut -d'"' -f2; }

targets() { sed -n 's/^\([a-z][a-z-]*\):.*/\1/p' Makefile; }

pages() { git ls-files -co --exclude-standard '*.md'; }

# Lines of the fenced sh blocks of a page: comments, blank lines and the prompt taken off.
commands_of() {
  awk '/^```/ {inside = ($0 ~ /^```(sh|bash|shell|console)$/) && !inside; next} inside' "$1" |
    sed -e ':join' -e '/\\$/{N;s/\\\n//;b join' -e '}' -e 's/^\$ //' -e 's/[[:space:]]*#.*$//' -e 's/[[:space:]]*$//' -e '/^$/d'
}

known() {
  local command="$1" pattern target
  case "$command" in
    "make "*)
      target="${command#make }"
      targets | grep -qx "${target%% *}" && return 0
      ;;
    "kubectl ecp "*)
      target="${command#kubectl ecp }"
      cli_commands | grep -qx "${target%% *}" && return 0
      ;;
    "kubectl "*)
      target="${command#kubectl }"
      case "$KUBECTL_VERBS" in *" ${target%% *} "*) return 0 ;; esac
      ;;
  esac
  while IFS= read -r pattern; do
    # shellcheck disable=SC2254
    case "$command" in $pattern) return 0 ;; esac
  done < <(tested_commands | sed 's/   .*//')
  return 1
}

# Links in inline code are none, and those with a scheme are not ours.
broken_links() {
  local page="$1" link
  sed 's/`[^`]*`//g' "$page" | grep -oE '\]\([A-Za-z0-9._/-]+[)#]' | sed -e 's/^](//' -e 's/[)#]$//' |
    while IFS= read -r link; do
      [ -e "$(dirname "$page")/$link" ] || printf '%s: link to %s leads nowhere\n' "$page" "$link"
    done || true
}

BAD=0
while IFS= read -r page; do
  [ -f "$page" ] || continue
  while IFS= read -r command; do
    if ! known "$command"; then
      BAD=1
      printf '%s: nothing runs this command: %s\n' "$page" "$command"
    fi
  done < <(commands_of "$page")
  links="$(broken_links "$page")"
  if [ -n "$links" ]; then
    BAD=1
    printf '%s\n' "$links"
  fi
done < <(pages)

if [ "$BAD" -ne 0 ]; then
  fail "the pages promise what nothing shows" \
    "repair: correct the page, or let a test run the command and add it to scripts/check-docs.sh"
fi
