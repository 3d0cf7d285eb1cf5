package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.PodSize;
import io.ecommerceplatform.catalogue.StoreEngine.StoreEnv;
import io.ecommerceplatform.catalogue.StoreExporter;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;

/**
 * Reads a server from inside its own pod, so that the administrator's password leaves it for no
 * other; without probes, as a server is not ill because its exporter is.
 */
record StoreExporterContainer(StoreComponent component) {
  static final String NAME = "exporter";

  Container container() {
    StoreExporter exporter = component.runtime().exporter();
    return new ContainerBuilder()
        .withName(NAME)
        .withImage(component.store().exporterImage())
        .withArgs(exporter.args().stream().map(this::filled).toList())
        .withEnv(exporter.env().stream().map(this::variable).toList())
        .addNewPort()
        .withName(Metrics.PORT)
        .withContainerPort(exporter.port())
        .withProtocol("TCP")
        .endPort()
        .withResources(resources(exporter.resources()))
        .withSecurityContext(Hardening.container())
        .build();
  }

  private EnvVar variable(StoreEnv row) {
    return row.secretKey() == null
        ? EnvVars.value(row.name(), filled(row.value()))
        : EnvVars.secret(row.name(), component.store().adminSecret(), row.secretKey());
  }

  private String filled(String text) {
    Store store = component.store();
    return text.replace("{username}", store.masterUsername());
  }

  private static ResourceRequirements resources(PodSize size) {
    return new ResourceRequirementsBuilder()
        .withRequests(
            Map.of("cpu", new Quantity(size.cpu()), "memory", new Quantity(size.memory())))
        .withLimits(Map.of("memory", new Quantity(size.memoryLimit())))
        .build();
  }
}
