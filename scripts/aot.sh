# The operator's start-up cache of the JDK (AOT, from 25 on); sourced. A cache is valid for one build of the
# JDK and one class path only, so both are in its name. The first run writes it when it ends.
# shellcheck shell=bash

AOT="$RUN/aot"

aot_possible() {
  [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$JAVA_HOME/release")" -ge 25 ]
}

# aot_file <name> <jar>: where the cache of this jar on this JDK is, or would be.
aot_file() {
  local key
  key="$({
    cat "$JAVA_HOME/release" "$2" "$RUN/build/sources"
    cksum "$(dirname "$2")"/app/*.jar
  } | digest)"
  printf '%s/%s-%s.aot\n' "$AOT" "$1" "$key"
}

# aot_flags <name> <jar>: the JVM's flags, one per line, to use the cache; nothing without one.
aot_flags() {
  local file
  aot_possible || return 0
  file="$(aot_file "$1" "$2")"
  if [ -s "$file" ]; then printf '%s\n' "-XX:AOTCache=$file"; fi
}

# aot_training_flags <name> <jar>: the flags that make this run write the cache when it ends.
aot_training_flags() {
  local file
  aot_possible || return 0
  file="$(aot_file "$1" "$2")"
  mkdir -p "$AOT"
  rm -f "$AOT/$1"-*
  printf '%s\n' "-XX:AOTCacheOutput=$file" "-Xlog:aot=off" "-Xlog:cds=off"
}
