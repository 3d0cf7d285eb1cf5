package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.aws.AwsSpec;
import io.ecommerceplatform.api.v1alpha1.aws.ImagesSpec;
import io.ecommerceplatform.api.v1alpha1.aws.RegistryKind;
import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.ImageSpec;
import io.ecommerceplatform.catalogue.BundledService;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The repositories of a platform whose images are in ECR: one for each bundled component. */
record RegistryRules(Resolution resolution) {

  /** Empty when the images are elsewhere. */
  private Optional<ImagesSpec> ecr() {
    return Optional.ofNullable(resolution.spec().images())
        .filter(images -> images.registry() == RegistryKind.ECR);
  }

  List<AwsRepository> repositories(List<WantedService> services) {
    return ecr().stream()
        .flatMap(
            images ->
                services.stream()
                    .filter(service -> !isElsewhere(service.spec().image()))
                    .flatMap(service -> service.component().stream())
                    .map(BundledService::name)
                    .distinct()
                    .sorted()
                    .map(component -> repository(component, images)))
        .toList();
  }

  /** The repository of a component, which ECR says when it is there; others have no address yet. */
  Optional<String> address(String component) {
    return resolution.outputs().of(AwsRepository.TYPE, component, "uri");
  }

  /** True for an image that is to come from ECR. */
  boolean isIn(ImageSpec override) {
    return ecr().isPresent() && !isElsewhere(override);
  }

  private static boolean isElsewhere(ImageSpec image) {
    return image != null && image.repository() != null;
  }

  private AwsRepository repository(String component, ImagesSpec images) {
    return new AwsRepository(
        component,
        "spec.images",
        ImageNames.of(resolution).prefix() + component,
        images.imageTagMutability() == null
            ? null
            : images.imageTagMutability().name().toUpperCase(Locale.ROOT),
        images.encryption() == null ? null : images.encryption().name(),
        images.scanOnPush(),
        images.keepTagged(),
        ImageNames.of(resolution).tagPrefix(),
        images.expireUntaggedDays(),
        withoutSnapshot(resolution));
  }

  /** What the platform says about data, for what has no snapshots: then it stays. */
  static Optional<DeletionPolicy> withoutSnapshot(Resolution resolution) {
    return Optional.ofNullable(resolution.spec().aws())
        .map(AwsSpec::deletionPolicy)
        .map(RegistryRules::withoutSnapshot);
  }

  /** What it says of itself, else what the platform says. */
  static Optional<DeletionPolicy> withoutSnapshot(Resolution resolution, DeletionPolicy own) {
    return Optional.ofNullable(own)
        .map(RegistryRules::withoutSnapshot)
        .or(() -> withoutSnapshot(resolution));
  }

  private static DeletionPolicy withoutSnapshot(DeletionPolicy policy) {
    return or(policy, DeletionPolicy.Retain) == DeletionPolicy.Snapshot
        ? DeletionPolicy.Retain
        : policy;
  }
}
