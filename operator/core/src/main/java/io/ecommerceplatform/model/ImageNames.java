package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.aws.ImagesSpec;
import io.ecommerceplatform.api.v1alpha1.aws.RegistryKind;
import io.ecommerceplatform.api.v1alpha1.common.ImageSpec;
import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.catalogue.StoreExporter;
import io.ecommerceplatform.catalogue.Tool;
import java.util.Optional;

/** Makes image references from the registry, the prefix, the release and what an item overrides. */
record ImageNames(ImagesSpec images, OperatorSettings settings, String version, RegistryRules ecr) {

  static ImageNames of(Resolution resolution) {
    return new ImageNames(
        resolution.spec().images(),
        resolution.settings(),
        resolution.version(),
        new RegistryRules(resolution));
  }

  /**
   * Image of a bundled component; the tag of a release is the tag prefix and the version. Empty
   * while its repository in ECR is not known.
   */
  String component(String component, ImageSpec override) {
    Optional<String> repository =
        ecr.isIn(override)
            ? ecr.address(component)
            : Optional.of(registry() + "/" + prefix() + component);
    return repository.map(r -> reference(override, r, tagPrefix() + version)).orElse("");
  }

  /** Image of a service that is not bundled; empty when nobody named one. */
  String foreign(ImageSpec image) {
    return image == null || image.repository() == null
        ? ""
        : reference(image, image.repository(), "latest");
  }

  /** Image of a store; its repository has no prefix. */
  String store(StoreEngine engine, String version, ImageSpec override) {
    return reference(override, registry() + "/" + engine.repository(), version);
  }

  /** Image of what reads the metrics of a store. */
  String exporter(StoreEngine engine) {
    StoreExporter exporter = engine.exporter();
    return reference(null, registry() + "/" + exporter.repository(), exporter.version());
  }

  /** Image of a tool; its repository has no prefix. */
  String tool(Tool tool) {
    return reference(null, registry() + "/" + tool.repository(), tool.version());
  }

  String pullSecret() {
    return external() && images.pullSecret() != null ? images.pullSecret() : "";
  }

  private static String reference(ImageSpec override, String repository, String tag) {
    if (override == null) {
      return repository + ":" + tag;
    }
    String where = Resolution.or(override.repository(), repository);
    return override.digest() != null
        ? where + "@" + override.digest()
        : where + ":" + Resolution.or(override.tag(), tag);
  }

  private boolean external() {
    return images != null && images.registry() == RegistryKind.External;
  }

  private String registry() {
    return external() ? images.host() : settings.registry();
  }

  String prefix() {
    String own = images == null ? null : images.prefix();
    return Resolution.or(own, external() ? "" : settings.imagePrefix());
  }

  String tagPrefix() {
    return Resolution.or(images == null ? null : images.tagPrefix(), "v");
  }
}
