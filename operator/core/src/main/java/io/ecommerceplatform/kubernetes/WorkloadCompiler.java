package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.rollout.Revision;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles what makes pods of a service; held as a whole until the pods have everything they need
 * and the decision to run this revision is persisted.
 */
final class WorkloadCompiler implements ComponentCompiler {
  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    for (ResolvedService service : platform.services()) {
      Revision wanted = context.revisions().of(service);
      Optional<String> obstacle = obstacle(service, wanted, context);
      for (HasMetadata object : objects(platform, service, wanted, context)) {
        obstacle.ifPresentOrElse(text -> desired.hold(object, text), () -> desired.add(object));
      }
    }
  }

  private static List<HasMetadata> objects(
      Platform platform, ResolvedService service, Revision wanted, CompileContext context) {
    ServiceNames names = new ServiceNames(platform, service);
    Color stable = names.stableColor(context);
    return Stream.of(
            MigrationJob.of(names),
            Optional.of(ServiceDeployment.of(names, stable, wanted, context)),
            idle(names, stable, wanted, context),
            ServiceScaling.autoscaler(names, stable, context.now()),
            ServiceScaling.disruptionBudget(names, stable))
        .flatMap(Optional::stream)
        .<HasMetadata>map(object -> object)
        .toList();
  }

  /** The colour without traffic, of a service that asks for two. */
  private static Optional<HasMetadata> idle(
      ServiceNames names, Color stable, Revision wanted, CompileContext context) {
    Color other = stable == Color.blue ? Color.green : Color.blue;
    return names.service().hasBothColors()
        ? Optional.of(ServiceDeployment.idle(names, other, wanted, context))
        : Optional.empty();
  }

  private static Optional<String> obstacle(
      ResolvedService service, Revision wanted, CompileContext context) {
    if (!service.waitsFor().isEmpty()) {
      return Optional.of("waits for " + String.join(", ", service.waitsFor()));
    }
    String missing =
        String.join(", ", Fingerprints.of(service.secrets(), context.fingerprints()).missing());
    if (!missing.isEmpty()) {
      return Optional.of("waits for Secret " + missing);
    }
    boolean decided =
        context
            .intent()
            .of(service.name())
            .filter(r -> r.currentRevision().equals(wanted.hash()))
            .isPresent();
    return decided
        ? Optional.empty()
        : Optional.of("revision %s is not decided yet".formatted(wanted.hash()));
  }
}
