#!/usr/bin/env bash
# Writes go.mod and go.sum of the three modules anew: only needed to raise a version.
# usage: localplane/tools/regenerate.sh <kubernetes> <etcd> <kwok>     e.g. 1.35.8 3.6.16 0.8.0
set -euo pipefail
if [ $# -ne 3 ]; then
  sed -n '2,3s/^# //p' "$0" >&2
  exit 2
fi
kubernetes=$1 etcd=$2 kwok=$3
here=$(cd "$(dirname "$0")" && pwd)
# The oldest Go that the three modules accept; all three have the same line.
go=1.26.0
export GOFLAGS= GOWORK=off

fresh() {
  cd "$here/$1"
  rm -f go.mod go.sum
  go mod init "ecommerceplatform.io/localplane/$1" 2>/dev/null
  go mod edit "-go=$go"
}

fresh controlplane
# Kubernetes' own modules are v0.0.0 with local replaces: each needs its released version.
upstream=$(go mod download -json "k8s.io/kubernetes@v$kubernetes" | sed -n 's/^\t"GoMod": "\(.*\)",$/\1/p')
for module in $(sed -n 's/^\t\(k8s\.io\/[a-z0-9-]*\) v0\.0\.0\( .*\)\{0,1\}$/\1/p' "$upstream" | sort -u); do
  go mod edit "-replace=$module=$module@v0.${kubernetes#1.}"
done
# Counts in the main module only: without it Go's newer defaults would change the API server.
go mod edit "-godebug=default=$(sed -n 's/^godebug default=//p' "$upstream")"
go get -tool "k8s.io/kubernetes/cmd/kube-apiserver@v$kubernetes" \
  "k8s.io/kubernetes/cmd/kube-controller-manager@v$kubernetes" \
  "k8s.io/kubernetes/cmd/kube-scheduler@v$kubernetes" \
  "k8s.io/kubernetes/cmd/kubectl@v$kubernetes"
go build -o /dev/null . || {
  echo "main.go does not build against Kubernetes $kubernetes" >&2
  exit 1
}

fresh etcd
go get -tool "go.etcd.io/etcd/server/v3@v$etcd"

fresh kwok
go get -tool "sigs.k8s.io/kwok/cmd/kwok@v$kwok"

grep -h '^go ' "$here"/*/go.mod | sort | uniq -c
