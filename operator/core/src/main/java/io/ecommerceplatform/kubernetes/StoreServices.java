package io.ecommerceplatform.kubernetes;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two Services of a store: {@code <name>} for clients, and {@code <name>-headless}, which gives
 * each member a DNS name that exists before it is ready, as members must find each other first.
 */
record StoreServices(StoreFormation formation) {

  Service client() {
    StoreComponent component = formation.component();
    return new ServiceBuilder()
        .withMetadata(component.metadata().owned(component.store().name()))
        .withNewSpec()
        .withSelector(component.metadata().selector())
        .withPorts(ports(formation.clientPorts()))
        .endSpec()
        .build();
  }

  Service headless() {
    StoreComponent component = formation.component();
    List<ServicePort> ports = new ArrayList<>();
    ports.add(port(component.application(), component.port()));
    ports.addAll(ports(formation.memberPorts()));
    ports.add(port(Metrics.PORT, component.runtime().exporter().port()));
    return new ServiceBuilder()
        .withMetadata(component.metadata().owned(component.headlessService()))
        .withNewSpec()
        .withClusterIP("None")
        .withPublishNotReadyAddresses(true)
        .withSelector(component.metadata().selector())
        .withPorts(ports)
        .endSpec()
        .build();
  }

  private static List<ServicePort> ports(Map<String, Integer> byName) {
    List<ServicePort> ports = new ArrayList<>();
    new TreeMap<>(byName).forEach((name, port) -> ports.add(port(name, port)));
    return ports;
  }

  private static ServicePort port(String name, int port) {
    return new ServicePortBuilder().withName(name).withPort(port).withNewTargetPort(name).build();
  }
}
