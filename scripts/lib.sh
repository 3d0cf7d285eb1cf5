# What every script here shares; sourced, never run. Works with the bash 3.2 of macOS.
# shellcheck shell=bash
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
RUN="$ROOT/.run"
CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/ecommerce-platform"
export ROOT RUN CACHE

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  BOLD=$'\033[1m' DIM=$'\033[2m' RED=$'\033[31m' GREEN=$'\033[32m' PLAIN=$'\033[0m'
else
  BOLD='' DIM='' RED='' GREEN='' PLAIN=''
fi
export BOLD DIM RED GREEN PLAIN

say() { printf '%s==>%s %s\n' "$BOLD" "$PLAIN" "$*"; }
note() { printf '%s    %s%s\n' "$DIM" "$*" "$PLAIN"; }
fail() {
  printf '%serror:%s %s\n' "$RED" "$PLAIN" "$1" >&2
  shift
  local line
  for line in "$@"; do printf '       %s\n' "$line" >&2; done
  exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }
now() { date +%s; }

# sha of standard input, by whichever tool the system has.
digest() {
  if have sha256sum; then sha256sum; else shasum -a 256; fi | cut -c1-16
}

# Maven through the wrapper, quiet enough for a terminal, on the JDK that jdk.sh found.
maven() {
  # shellcheck source=scripts/jdk.sh
  . "$ROOT/scripts/jdk.sh"
  (cd "$ROOT" && ./mvnw -B -ntp "$@")
}

# A process is ours only if the file that names it is, and it is still alive.
alive() { [ -s "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

# stop_pid_file <file> <seconds>: asks the process to end, and kills it if it does not in time.
stop_pid_file() {
  local file="$1" patience="$2" pid tries=0
  [ -s "$file" ] || return 0
  pid="$(cat "$file")"
  kill "$pid" 2>/dev/null || true
  while kill -0 "$pid" 2>/dev/null && [ "$tries" -lt $((patience * 10)) ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -9 "$pid" 2>/dev/null || true
  rm -f "$file"
}
