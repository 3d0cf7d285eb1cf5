package io.ecommerceplatform.localplane.toolchain;

import java.util.List;

/** An operator of somebody else, with the kinds of its that platforms and their tests need. */
public enum ThirdParty {
  KEDA(
      "keda.sh",
      List.of("scaledobjects", "triggerauthentications"),
      "github.com/kedacore/keda/v2/apis/keda/v1alpha1"),
  VELERO(
      "velero.io",
      List.of("backups", "backupstoragelocations", "restores", "schedules"),
      "github.com/vmware-tanzu/velero/pkg/apis/velero/v1"),
  PROMETHEUS(
      "monitoring.coreos.com",
      List.of("alertmanagerconfigs", "podmonitors", "prometheusrules", "servicemonitors"),
      "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1",
      "github.com/prometheus-operator/prometheus-operator/pkg/apis/monitoring/v1alpha1"),
  CERT_MANAGER(
      "cert-manager.io",
      List.of("certificates", "clusterissuers", "issuers"),
      "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1");

  private final String group;
  private final List<String> plurals;
  private final List<String> goPackages;

  ThirdParty(String group, List<String> plurals, String... goPackages) {
    this.group = group;
    this.plurals = plurals;
    this.goPackages = List.of(goPackages);
  }

  public String group() {
    return group;
  }

  /** Plural names of the kinds, in the order of the alphabet. */
  public List<String> plurals() {
    return plurals;
  }

  /** Where the Go types of the kinds are. */
  List<String> goPackages() {
    return goPackages;
  }

  /** The files that controller-gen writes for the kinds. */
  public List<String> files() {
    return plurals.stream().map(plural -> group + "_" + plural + ".yaml").toList();
  }
}
