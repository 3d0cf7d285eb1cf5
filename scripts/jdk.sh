#!/usr/bin/env bash
# Finds a JDK of version 21 or later, 25 preferred, even when the java on PATH is older.
# Sourced: exports JAVA_HOME and puts its bin first on PATH. Run: prints the folder.
# shellcheck shell=bash

JDK_OLDEST=21
JDK_PREFERRED=25

# Version of the JDK in folder $1, from the file that every JDK since 9 has; empty if it is none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_folders() {
  local dir tool
  for dir in "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /usr/lib/jvm/* /usr/lib64/jvm/* /opt/java/* \
    /usr/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    [ -d "$dir" ] && printf '%s\n' "$dir"
  done
  tool="$(command -v javac 2>/dev/null || true)"
  if [ -n "$tool" ]; then
    while [ -L "$tool" ]; do
      dir="$(readlink "$tool")"
      case "$dir" in /*) tool="$dir" ;; *) tool="$(dirname "$tool")/$dir" ;; esac
    done
    (cd "$(dirname "$tool")/.." && pwd)
  fi
}

# A JAVA_HOME that is new enough wins: somebody chose it. Else the preferred version, else the newest.
jdk_find() {
  local dir version best='' best_rank=0 rank
  version="$(jdk_version "${JAVA_HOME:-/nonexistent}")"
  if [ -n "$version" ] && [ "$version" -ge "$JDK_OLDEST" ]; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  while IFS= read -r dir; do
    version="$(jdk_version "$dir")"
    [ -n "$version" ] && [ "$version" -ge "$JDK_OLDEST" ] || continue
    rank="$version"
    [ "$version" -ne "$JDK_PREFERRED" ] || rank=1000
    if [ "$rank" -gt "$best_rank" ]; then
      best="$dir"
      best_rank="$rank"
    fi
  done <<FOLDERS
$(jdk_folders)
FOLDERS
  printf '%s\n' "$best"
}

JDK_FOUND="$(jdk_find)"
if [ -z "$JDK_FOUND" ]; then
  printf 'error: no JDK %s or later found (a JRE is not enough: javac is needed).\n' "$JDK_OLDEST" >&2
  printf '       Run: make doctor   It names the package for this system. Or set JAVA_HOME.\n' >&2
  exit 1
fi
if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  printf '%s\n' "$JDK_FOUND"
else
  export JAVA_HOME="$JDK_FOUND"
  export PATH="$JAVA_HOME/bin:$PATH"
fi
