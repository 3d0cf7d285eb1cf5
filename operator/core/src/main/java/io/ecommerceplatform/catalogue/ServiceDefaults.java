package io.ecommerceplatform.catalogue;

import java.util.List;

/** What all bundled services share; the paths are served on the management port. */
public record ServiceDefaults(
    int managementPort,
    String livenessPath,
    String readinessPath,
    String startupPath,
    String metricsPath,
    List<String> writableDirs,
    long runAsUser) {
  public ServiceDefaults {
    writableDirs = List.copyOf(writableDirs);
  }
}
