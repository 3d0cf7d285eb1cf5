#!/usr/bin/env bash
# Writes localplane/aws/requirements.txt anew: localplane/tools/regenerate-aws.sh <version of moto>
# All versions and the checksums of all their files, for every system and every Python from 3.10 on.
set -euo pipefail
cd "$(dirname "$0")/../aws"
version="${1:?usage: localplane/tools/regenerate-aws.sh <version of moto>}"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet uv
printf 'moto[server]==%s\n' "$version" >requirements.in
"$work/venv/bin/uv" pip compile --quiet --universal --python-version 3.10 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url requirements.in -o "$work/requirements.txt" >/dev/null
{
  echo "# Written by localplane/tools/regenerate-aws.sh from requirements.in: every version and every checksum."
  cat "$work/requirements.txt"
} >requirements.txt
