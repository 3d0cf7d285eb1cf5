#!/usr/bin/env bash
# Installs kubectl-ecp into a folder for programs, its jars and its AOT cache into the lib folder beside it.
# Usage: scripts/install-cli.sh [folder], for example ~/.local/bin; .run/bin when none is named.
# shellcheck source=scripts/lib.sh
. "$(dirname "$0")/lib.sh"
# shellcheck source=scripts/jdk.sh
. "$ROOT/scripts/jdk.sh"

BIN="${1:-$RUN/bin}"
mkdir -p "$BIN" "$BIN/../lib"
BIN="$(cd "$BIN" && pwd)"
LIB="$(cd "$BIN/../lib" && pwd)/kubectl-ecp"
TARGET="$ROOT/operator/cli/target"
TEMPLATE="$ROOT/operator/cli/src/main/dist/kubectl-ecp"

if [ ! -f "$TARGET/kubectl-ecp.jar" ]; then
  maven -q -pl operator/cli -am -Dmaven.test.skip=true package
fi

# What is installed is a function of these: the same again needs no second training.
STAMP="$({ cat "$TEMPLATE" "$0" "$TARGET/kubectl-ecp.jar" "$JAVA_HOME/release" && cd "$TARGET/lib" && cksum -- *.jar; } | digest)"
if [ -x "$BIN/kubectl-ecp" ] && [ "$(cat "$LIB/stamp" 2>/dev/null)" = "$STAMP" ]; then
  exit 0
fi

# The cache holds for exactly these files: a new folder, swapped in when it is complete.
rm -rf "$LIB"
mkdir -p "$LIB"
cp "$TARGET"/lib/*.jar "$TARGET/kubectl-ecp.jar" "$LIB/"
CLASS_PATH="$LIB/kubectl-ecp.jar"
for jar in "$LIB"/*.jar; do
  [ "$jar" = "$LIB/kubectl-ecp.jar" ] || CLASS_PATH="$CLASS_PATH:$jar"
done

# Runs the commands once, against a server in the same JVM, and keeps what they load.
train() {
  local work="$LIB/training" kind
  mkdir -p "$work"
  cp "$ROOT/samples/minimal.yaml" "$work/platform.yaml"
  "$JAVA_HOME/bin/keytool" -genkeypair -alias training -keyalg RSA -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 \
    -validity 2 -keystore "$work/tls.p12" -storetype PKCS12 -storepass training >/dev/null 2>&1
  for kind in help cluster; do
    "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$LIB/$kind.aot" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m \
      -cp "$CLASS_PATH" io.ecommerceplatform.cli.training.Training "$kind" "$work" >>"$LIB/training.log" 2>&1 || true
  done
  rm -rf "$work"
}

# The option that uses a cache; nothing without one.
cache() {
  if [ -s "$LIB/$1.aot" ]; then printf '%s' "-XX:AOTCache=$LIB/$1.aot"; fi
}

if [ "$(jdk_version "$JAVA_HOME")" -ge 25 ]; then
  train
  [ -n "$(cache cluster)" ] || note "no AOT cache, so kubectl ecp starts slower: see $LIB/training.log"
fi

sed -e "s|@JAVA@|$JAVA_HOME/bin/java|" -e "s|@LIB@|$LIB|" -e "s|@CLASS_PATH@|$CLASS_PATH|" \
  -e "s|@AOT_HELP@|$(cache help)|" -e "s|@AOT_CLUSTER@|$(cache cluster)|" "$TEMPLATE" >"$LIB/start"
chmod +x "$LIB/start"
mv "$LIB/start" "$BIN/kubectl-ecp"
printf '%s\n' "$STAMP" >"$LIB/stamp"
