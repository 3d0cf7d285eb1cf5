package io.ecommerceplatform.operator;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.operator.apply.Finalizer;
import io.ecommerceplatform.operator.config.OperatorConfig;
import io.ecommerceplatform.pass.Assessment;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.javaoperatorsdk.operator.api.config.informer.InformerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.javaoperatorsdk.operator.processing.retry.Retry;
import io.quarkiverse.operatorsdk.runtime.QuarkusConfigurationService;
import io.quarkiverse.operatorsdk.runtime.QuarkusControllerConfiguration;
import java.time.Duration;
import java.util.Objects;

/**
 * How the SDK runs the reconciler: retries never end, the finalizer is ours to set, and everything
 * but our own status writes starts a pass.
 */
final class PlatformController extends QuarkusControllerConfiguration<ECommercePlatform> {
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);
  private static final int PASSES_PER_SECOND = 10;

  PlatformController(
      QuarkusControllerConfiguration<ECommercePlatform> built,
      OperatorConfig config,
      QuarkusConfigurationService service) {
    super(
        informer(config),
        PlatformReconciler.NAME,
        false,
        built.getAssociatedReconcilerClassName(),
        retry(),
        new LinearRateLimiter(Duration.ofSeconds(1), PASSES_PER_SECOND),
        config.resync(),
        Finalizer.NAME,
        Assessment.FIELD_MANAGER,
        built.getWorkflow(),
        built.getResourceTypeName(),
        built.getResourceClass());
    setParent(service);
  }

  // otherwise the SDK would add the finalizer before the first pass, whatever the mode says
  @Override
  public boolean triggerReconcilerOnAllEvents() {
    return true;
  }

  private static Retry retry() {
    return new GenericRetry()
        .setInitialInterval(FIRST_RETRY)
        .setIntervalMultiplier(2)
        .setMaxInterval(LONGEST_RETRY.toMillis())
        .withoutMaxAttempts();
  }

  private static InformerConfiguration<ECommercePlatform> informer(OperatorConfig config) {
    return InformerConfiguration.builder(ECommercePlatform.class)
        .withNamespaces(config.namespaces().orElse(Constants.WATCH_ALL_NAMESPACE_SET))
        .withOnUpdateFilter(PlatformController::isEdit)
        .buildForController();
  }

  /** Spec, annotations (commands) and the way out count; status and managedFields do not. */
  static boolean isEdit(ECommercePlatform now, ECommercePlatform before) {
    ObjectMeta a = now.getMetadata();
    ObjectMeta b = before.getMetadata();
    return !Objects.equals(a.getGeneration(), b.getGeneration())
        || !Objects.equals(a.getAnnotations(), b.getAnnotations())
        || !Objects.equals(a.getDeletionTimestamp(), b.getDeletionTimestamp())
        || !Objects.equals(a.getFinalizers(), b.getFinalizers());
  }
}
