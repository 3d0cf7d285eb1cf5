package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.PlatformSpec;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.catalogue.EnvSource;
import io.ecommerceplatform.catalogue.EnvVariable;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What every part of one resolution reads, and where it reports what it found. */
final class Resolution {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::part)
          .thenComparing(Finding::reason)
          .thenComparing(Finding::path)
          .thenComparing(Finding::message);

  private final Set<Finding> findings = new HashSet<>();
  private final String namespace;
  private final PlatformSpec spec;
  private final Catalogue catalogue;
  private final OperatorSettings settings;
  private final ClusterFacts facts;
  private final ItemOutputs outputs;

  Resolution(
      String namespace,
      PlatformSpec spec,
      Catalogue catalogue,
      OperatorSettings settings,
      ClusterFacts facts,
      ItemOutputs outputs) {
    this.namespace = namespace;
    this.spec = spec;
    this.catalogue = catalogue;
    this.settings = settings;
    this.facts = facts;
    this.outputs = outputs;
  }

  static Resolution of(
      ECommercePlatform resource,
      Catalogue catalogue,
      OperatorSettings settings,
      ClusterFacts facts,
      ItemOutputs outputs) {
    String namespace = resource.getMetadata().getNamespace();
    return new Resolution(namespace, resource.getSpec(), catalogue, settings, facts, outputs);
  }

  String namespace() {
    return namespace;
  }

  PlatformSpec spec() {
    return spec;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  OperatorSettings settings() {
    return settings;
  }

  ClusterFacts facts() {
    return facts;
  }

  /** What the platform's items in AWS say of themselves. */
  ItemOutputs outputs() {
    return outputs;
  }

  String profile() {
    return spec.profile().name();
  }

  /** The column of the table of profiles that this platform has. */
  ProfileDefaults defaults() {
    return catalogue.profile(profile());
  }

  /** What becomes of data in AWS: what is said of it, of all data, or by the profile. */
  DeletionPolicy managedPolicy(DeletionPolicy own) {
    DeletionPolicy usual = DeletionPolicy.valueOf(defaults().deletion().managed());
    return or(own, or(spec.aws().deletionPolicy(), usual));
  }

  /** Where a bundled service gets its variables from; nothing for a service of somebody's own. */
  Stream<EnvSource> sources(WantedService service) {
    return service.component().stream()
        .flatMap(component -> catalogue.contract(component.name()).stream())
        .flatMap(contract -> contract.variables().stream())
        .map(EnvVariable::source);
  }

  boolean isProduction() {
    return defaults().services().zoneSpread().equals("Required");
  }

  String version() {
    return spec.version() == null ? settings.release() : spec.version();
  }

  void report(ConditionType part, Reason reason, String path, String message) {
    findings.add(new Finding(part, reason, path, message));
  }

  /** What was found, in an order that does not depend on the order of lists. */
  List<Finding> findings() {
    return findings.stream().sorted(ORDER).toList();
  }

  /** The value that is set, or else the default. */
  static <T> T or(T set, T otherwise) {
    return set == null ? otherwise : set;
  }

  /** The list that is set, or else an empty one. */
  static <T> List<T> list(List<T> set) {
    return set == null ? List.of() : set;
  }
}
