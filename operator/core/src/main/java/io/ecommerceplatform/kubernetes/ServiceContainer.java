package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.ArrayList;
import java.util.List;

/** The one container of a service's pods. */
record ServiceContainer(Platform platform, ResolvedService service) {
  /** Name of the port that takes the traffic of clients. */
  static final String HTTP = "http";

  private static final String MANAGEMENT = "management";
  private static final int STARTUP_SECONDS = 300;

  Container container() {
    ContainerBuilder container =
        new ContainerBuilder()
            .withName(service.name())
            .withImage(service.image())
            .withPorts(ports())
            .withEnv(service.env())
            .withResources(service.resources())
            .withSecurityContext(Hardening.container())
            .withVolumeMounts(
                new Mounts(service.writableDirectories(), service.files()).inContainer())
            // a JVM on a share of a CPU is slow to start: nothing else is probed until it has
            .withStartupProbe(probe(service.startupPath(), 5, STARTUP_SECONDS / 5))
            .withReadinessProbe(probe(service.readinessPath(), 5, 3))
            .withLivenessProbe(probe(service.livenessPath(), 10, 6));
    if (!service.config().isEmpty()) {
      String config = new ServiceNames(platform, service).configMap();
      container
          .addNewEnvFrom()
          .withNewConfigMapRef()
          .withName(config)
          .endConfigMapRef()
          .endEnvFrom();
    }
    return leaving(container).build();
  }

  /** The pod goes on answering while the load balancer drains it. */
  private ContainerBuilder leaving(ContainerBuilder container) {
    return container
        .withNewLifecycle()
        .withNewPreStop()
        .withNewSleep()
        .withSeconds((long) platform.lifecycle().preStopSleepSeconds())
        .endSleep()
        .endPreStop()
        .endLifecycle();
  }

  /** Name of the port that serves probes and metrics. */
  static String managementPort(ResolvedService service) {
    return service.managementPort() == service.port() ? HTTP : MANAGEMENT;
  }

  private List<ContainerPort> ports() {
    List<ContainerPort> ports = new ArrayList<>();
    ports.add(port(HTTP, service.port()));
    if (service.managementPort() != service.port()) {
      ports.add(port(MANAGEMENT, service.managementPort()));
    }
    return ports;
  }

  private static ContainerPort port(String name, int number) {
    return new ContainerPortBuilder()
        .withName(name)
        .withContainerPort(number)
        .withProtocol("TCP")
        .build();
  }

  private Probe probe(String path, int periodSeconds, int failures) {
    ProbeBuilder probe =
        new ProbeBuilder()
            .withPeriodSeconds(periodSeconds)
            .withFailureThreshold(failures)
            .withTimeoutSeconds(3);
    IntOrString port = new IntOrString(managementPort(service));
    return path.isEmpty()
        ? probe.withNewTcpSocket().withPort(port).endTcpSocket().build()
        : probe.withNewHttpGet().withPath(path).withPort(port).endHttpGet().build();
  }
}
