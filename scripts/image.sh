#!/usr/bin/env bash
# The operator as an OCI tar, without a container engine: operator/image/target/operator.tar
#   IMAGE_BASE  image with a Java runtime, by digest: registry/name@sha256:... ; without it the tar holds
#               the operator alone, which needs no network to build and cannot run in a cluster
#   IMAGE_NAME  name and tag that the tar carries    IMAGE_ARCH  amd64 (default) or arm64
. "$(dirname "$0")/lib.sh"
cd "$ROOT"

TAR=operator/image/target/operator.tar
BASE="${IMAGE_BASE:-scratch}"

case "$BASE" in
  scratch | *@sha256:*) ;;
  *) fail "IMAGE_BASE=$BASE is not a digest, so what it names can change" \
    "give it as registry/name@sha256:..., for example from: docker buildx imagetools inspect $BASE" ;;
esac

options=("-Dimage.base=$BASE")
[ -z "${IMAGE_NAME:-}" ] || options+=("-Dimage.name=$IMAGE_NAME")
[ -z "${IMAGE_ARCH:-}" ] || options+=("-Dimage.architecture=$IMAGE_ARCH")

[ -n "${SKIP_BUILD:-}" ] || scripts/build.sh
say "Image on $BASE"
mkdir -p "$RUN/build"
if ! maven -q -f operator/image/pom.xml package "${options[@]}" >"$RUN/build/image.log" 2>&1; then
  grep -E '^\[ERROR\]' "$RUN/build/image.log" | head -20 >&2 || true
  fail "the image was not built" "all of its output: .run/build/image.log"
fi
note "$TAR, $(cat operator/image/target/jib-image.digest)"
if [ "$BASE" = scratch ]; then
  note "it has no Java runtime: for a cluster, build it with IMAGE_BASE=registry/name@sha256:..."
fi
