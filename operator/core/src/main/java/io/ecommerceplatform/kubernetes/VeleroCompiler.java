package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.ClusterBackup;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles the Schedule by which Velero backs up the platform's namespace. It is in Velero's own
 * namespace, so labels alone say whose it is: no owner reference reaches into another namespace.
 */
final class VeleroCompiler implements ComponentCompiler {

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    platform.clusterBackup().ifPresent(backup -> desired.add(schedule(platform, backup)));
  }

  private static CustomObject schedule(Platform platform, ClusterBackup backup) {
    ObjectMetadata metadata =
        new ObjectMetadata(platform, platform.name(), platform.name(), "backup");
    return new CustomObject(
        ManagedKind.VELERO,
        new ObjectMetaBuilder(metadata.retained(backup.name()))
            .withNamespace(backup.namespace())
            .build(),
        Map.of("schedule", backup.schedule(), "template", template(platform, backup)));
  }

  // a platform has its namespace for itself
  private static Map<String, Object> template(Platform platform, ClusterBackup backup) {
    Map<String, Object> template = new TreeMap<>();
    template.put("includedNamespaces", List.of(platform.namespace()));
    template.put("snapshotVolumes", true);
    backup.retentionDays().ifPresent(days -> template.put("ttl", hours(days)));
    return template;
  }

  /** A duration in the form in which Velero writes it. */
  private static String hours(int days) {
    return "%dh0m0s".formatted(24L * days);
  }
}
