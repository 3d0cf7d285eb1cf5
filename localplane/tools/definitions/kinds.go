// Package definitions imports the API packages whose definitions tests install: go mod tidy keeps
// what they need and drops the operators themselves.
package definitions

import (
	_ "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1"
	_ "github.com/kedacore/keda/v2/apis/keda/v1alpha1"
	_ "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1"
	_ "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1alpha1"
	_ "github.com/vmware-tanzu/velero/pkg/apis/velero/v1"
)
