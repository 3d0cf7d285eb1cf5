#!/usr/bin/env bash
# Shows what is promised of the image: the same input gives the same bytes, it does not run as root, and
# its file system holds an operator that works.
. "$(dirname "$0")/lib.sh"
. "$ROOT/scripts/jdk.sh"
cd "$ROOT"

TAR=operator/image/target/operator.tar
WORK="$RUN/image"
rm -rf "$WORK"
mkdir -p "$WORK/rootfs"

# blob <image folder> <media type>: file of the one blob of that type; layers: all, in their order.
manifest() { printf '%s/blobs/sha256/%s\n' "$1" "$(grep -oE 'sha256:[0-9a-f]{64}' "$1/index.json" | head -1 | cut -d: -f2)"; }
config() { printf '%s/blobs/sha256/%s\n' "$1" "$(grep -oE 'sha256:[0-9a-f]{64}' "$(manifest "$1")" | head -1 | cut -d: -f2)"; }
layers() { grep -oE 'sha256:[0-9a-f]{64}' "$(manifest "$1")" | tail -n +2 | cut -d: -f2; }

# pack <name>: what is built as an image, unpacked as an image folder.
pack() {
  rm -rf operator/image/target
  SKIP_BUILD=1 scripts/image.sh
  mkdir -p "$WORK/$1"
  tar xf "$TAR" -C "$WORK/$1"
}

# The operator and what it is made of, compiled and packed anew.
rebuild() {
  rm -rf crds/target/classes operator/core/target/classes operator/app/target
  say "Building the operator from nothing"
  maven -q -pl operator/app -am package -Dmaven.test.skip=true >"$WORK/rebuild.log" 2>&1 ||
    fail "the build failed" "see $WORK/rebuild.log"
}

same_image() {
  cmp -s "$(manifest "$WORK/$1")" "$(manifest "$WORK/$2")" || fail "the same operator packed twice gives two images"
  note "packed twice: the same bytes"
}

# Quarkus numbers what it generates in the order in which its threads come by, so that layer may differ.
same_layers() {
  local layer files count=0 same=0
  for layer in $(layers "$WORK/$1"); do
    count=$((count + 1))
    if [ -f "$WORK/$2/blobs/sha256/$layer" ]; then
      same=$((same + 1))
      continue
    fi
    files="$(tar tzf "$WORK/$1/blobs/sha256/$layer" 2>/dev/null | grep -v '/$')"
    if printf '%s\n' "$files" | grep -qv '^app/quarkus/'; then
      printf '%s\n' "$files" | sed 's/^/      /' >&2
      fail "two builds differ in the layer with the files above"
    fi
  done
  note "built twice: $same of $count layers are the same bytes; the others are code that Quarkus generates"
}

unpack() {
  local layer
  for layer in $(layers "$WORK/one"); do
    tar xzf "$WORK/one/blobs/sha256/$layer" -C "$WORK/rootfs" 2>/dev/null
  done
  touch "$WORK/unpacked"
}

not_root() {
  grep -q '"User":"65532:65532"' "$(config "$WORK/one")" || fail "the image does not run as user 65532"
  note "it runs as user 65532"
}

# With the arguments of the image, the local JDK in the place of the one of the base image.
without_a_cluster() {
  local arguments log="$WORK/no-cluster.log"
  arguments="$(sed -e 's/.*"Entrypoint":\["java",\([^]]*\)\].*/\1/' -e 's/[",]/ /g' "$(config "$WORK/one")")"
  # shellcheck disable=SC2086
  if (
    cd "$WORK/rootfs"
    KUBECONFIG="$WORK/none" QUARKUS_HTTP_PORT=0 HOME="$WORK" \
      exec "$JAVA_HOME/bin/java" ${arguments//\/app/$WORK/rootfs/app} >"$log" 2>&1
  ); then
    fail "without a cluster the operator ended as if nothing were wrong" "see $log"
  fi
  grep -q 'cannot read or create Secret' "$log" || fail "the operator does not say what it lacks" "see $log"
  note "without a cluster it ends and says what it cannot reach"
}

with_a_cluster() {
  maven -q -pl operator/app -am verify -DskipUnitTests=true -Dtest=InstallApiTest -Dsurefire.failIfNoSpecifiedTests=false \
    "-Doperator.jar=$WORK/rootfs/app/quarkus-run.jar" "-Doperator.options=$WORK/rootfs/app/jvm.options" >"$WORK/cluster.log" 2>&1 ||
    fail "the operator of the image does not work in a cluster" "see $WORK/cluster.log"
  note "from its file system it makes a platform Ready on the local plane"
}

# As a container's file system is read-only, nothing may have been written into it.
untouched() {
  local written
  written="$(find "$WORK/rootfs" -newer "$WORK/unpacked")"
  [ -z "$written" ] || fail "the operator wrote into its own file system" "$written"
  note "it wrote nothing into its file system"
}

rebuild
pack one
pack again
same_image one again
rebuild
pack two
same_layers one two
unpack
not_root
without_a_cluster
with_a_cluster
untouched
say "The image is as promised"
