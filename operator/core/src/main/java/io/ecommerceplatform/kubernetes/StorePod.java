package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.catalogue.StoreEngine.StoreEnv;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.plan.VolumeTemplates;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The pod of one member: the catalogue's row of the engine plus what its formation adds. */
record StorePod(StoreFormation formation) {
  static final String DATA = VolumeTemplates.NAME;

  /** Time to write everything down; servers leave by themselves when told to. */
  private static final long GRACE_SECONDS = 120;

  PodSpec spec() {
    StoreComponent component = formation.component();
    StoreEngine runtime = component.runtime();
    Store store = component.store();
    Spread spread =
        new Spread(store.placement(), store.required(), component.metadata().selector());
    return spread
        .on(new PodSpecBuilder())
        .withAutomountServiceAccountToken(false)
        // a Service called kafka would set KAFKA_PORT, which the image takes for configuration
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(GRACE_SECONDS)
        .withSecurityContext(Hardening.pod(runtime.runAsUser(), runtime.runAsGroup()))
        .withImagePullSecrets(component.pullSecrets())
        .withInitContainers(initContainers())
        .withContainers(containers())
        .withVolumes(volumes())
        .build();
  }

  private List<Container> containers() {
    List<Container> containers = new ArrayList<>();
    containers.add(server());
    containers.addAll(formation.sidecars());
    containers.add(new StoreExporterContainer(formation.component()).container());
    return containers;
  }

  private Container server() {
    Store store = formation.component().store();
    return new ContainerBuilder()
        .withName(formation.component().application())
        .withImage(store.image())
        .withCommand(formation.command())
        .withArgs(formation.args())
        .withEnv(EnvVars.merge(catalogueEnv(), formation.env()))
        .withPorts(ports())
        .withStartupProbe(StoreProbes.startup(formation.liveness()))
        .withLivenessProbe(StoreProbes.liveness(formation.liveness()))
        .withReadinessProbe(StoreProbes.readiness(formation.readiness()))
        .withResources(store.resources())
        .withSecurityContext(Hardening.container())
        .withVolumeMounts(mounts())
        .build();
  }

  private List<EnvVar> catalogueEnv() {
    StoreEngine runtime = formation.component().runtime();
    String profile = formation.component().platform().profile().name();
    List<StoreEnv> rows = new ArrayList<>(runtime.env());
    rows.addAll(runtime.envByProfile().getOrDefault(profile, List.of()));
    String secret = formation.component().store().adminSecret();
    return rows.stream()
        .map(
            row ->
                row.secretKey() == null
                    ? EnvVars.value(row.name(), row.value())
                    : EnvVars.secret(row.name(), secret, row.secretKey()))
        .toList();
  }

  private List<ContainerPort> ports() {
    List<ContainerPort> ports = new ArrayList<>();
    ports.add(port(formation.component().application(), formation.component().port()));
    new TreeMap<>(formation.memberPorts()).forEach((name, port) -> ports.add(port(name, port)));
    return ports;
  }

  private static ContainerPort port(String name, int port) {
    return new ContainerPortBuilder().withName(name).withContainerPort(port).build();
  }

  private List<Container> initContainers() {
    Store store = formation.component().store();
    List<Container> containers = new ArrayList<>(formation.initContainers());
    for (String path : formation.component().runtime().copiedDirs()) {
      containers.add(Hardening.copy(path, store.image(), store.resources()));
    }
    return containers;
  }

  private List<Volume> volumes() {
    List<Volume> volumes = new ArrayList<>(Hardening.writableVolumes(writablePaths()));
    volumes.addAll(formation.volumes());
    return volumes;
  }

  private List<VolumeMount> mounts() {
    List<VolumeMount> mounts = new ArrayList<>();
    String dataPath = formation.component().runtime().dataPath();
    mounts.add(new VolumeMountBuilder().withName(DATA).withMountPath(dataPath).build());
    mounts.addAll(Hardening.writableMounts(writablePaths()));
    mounts.addAll(formation.mounts());
    return mounts;
  }

  private List<String> writablePaths() {
    StoreEngine runtime = formation.component().runtime();
    List<String> paths = new ArrayList<>(runtime.writableDirs());
    paths.addAll(runtime.copiedDirs());
    return paths;
  }
}
