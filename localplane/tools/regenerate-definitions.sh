#!/usr/bin/env bash
# Writes go.mod and go.sum of the definitions' module anew: only needed to raise a version.
# usage: localplane/tools/regenerate-definitions.sh <keda> <velero> <prometheus-operator> <cert-manager> <controller-tools>
#        e.g. 2.20.2 1.18.3 0.95.2 1.21.2 0.21.0
set -euo pipefail
if [ $# -ne 5 ]; then
  sed -n '2,4s/^# //p' "$0" >&2
  exit 2
fi
cd "$(dirname "$0")/definitions"
export GOFLAGS=-mod=mod GOWORK=off
go="$(sed -n 's/^go //p' ../controlplane/go.mod)"
rm -f go.mod go.sum
go mod init ecommerceplatform.io/localplane/definitions 2>/dev/null
go mod edit "-go=$go"
go get -tool "sigs.k8s.io/controller-tools/cmd/controller-gen@v$5"
go get "github.com/kedacore/keda/v2@v$1" "github.com/vmware-tanzu/velero@v$2" \
  "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring@v$3" \
  "github.com/cert-manager/cert-manager@v$4"
# drops what only the operators themselves need: kinds.go imports nothing but the API packages
go mod tidy
# the API modules may ask for a newer Go than the control plane does
grep -q "^go $go\$" go.mod || {
  echo "one of these versions asks for $(grep '^go ' go.mod), the control plane for go $go" >&2
  exit 1
}
