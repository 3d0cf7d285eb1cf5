package io.ecommerceplatform.operator;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.aws.AwsEngine;
import io.ecommerceplatform.aws.Kinds;
import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.operator.apply.Applier;
import io.ecommerceplatform.operator.apply.Credentials;
import io.ecommerceplatform.operator.apply.DriftLimit;
import io.ecommerceplatform.operator.apply.Finalizer;
import io.ecommerceplatform.operator.apply.KubernetesApplier;
import io.ecommerceplatform.operator.observe.AwsNews;
import io.ecommerceplatform.operator.observe.AwsView;
import io.ecommerceplatform.operator.observe.Fingerprint;
import io.ecommerceplatform.operator.observe.Ownership;
import io.ecommerceplatform.operator.observe.Returning;
import io.ecommerceplatform.operator.observe.SecretValues;
import io.ecommerceplatform.operator.observe.Trimming;
import io.ecommerceplatform.operator.observe.VeleroAccess;
import io.ecommerceplatform.operator.report.EventPublisher;
import io.ecommerceplatform.operator.report.NextLook;
import io.ecommerceplatform.operator.report.PlatformMetrics;
import io.ecommerceplatform.operator.report.Refreshes;
import io.ecommerceplatform.operator.report.Reporter;
import io.ecommerceplatform.operator.report.StatusPatcher;
import io.ecommerceplatform.pass.Assessment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.processing.event.rate.LinearRateLimiter;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The operator's own classes wired without a container, so that a test can watch each request and
 * end the whole at any of them. It sends one request after the other, for a reproducible order.
 */
public final class OperatorInJvm implements AutoCloseable {
  private static final OperatorSettings SETTINGS =
      new OperatorSettings("default", "ghcr.io/ecommerceplatform", "", "1.0.0", "alb", "velero");
  private static final byte[] KEY = new byte[32]; // one key for all lives, as a Secret keeps it
  private static final long FIRST_RETRY_MS = 200;
  private static final Logger SDK = Logger.getLogger("io.javaoperatorsdk");

  static {
    SDK.setLevel(Level.WARNING); // a test has nobody who turns its debugging off
  }

  private final Operator operator;

  private OperatorInJvm(Operator operator) {
    this.operator = operator;
  }

  /** Starts one that serves one namespace and whose requests the interceptor sees. */
  public static OperatorInJvm start(Kubeconfig account, String namespace, Interceptor requests) {
    Config config = account.config();
    config.setRequestRetryBackoffLimit(0);
    KubernetesClient client =
        new KubernetesClientBuilder()
            .withHttpClientFactory(new JdkHttpClientFactory())
            .withHttpClientBuilderConsumer(
                http -> http.addOrReplaceInterceptor(OperatorInJvm.class.getName(), requests))
            .withConfig(config)
            .build();
    Returning returning = new Returning();
    Operator operator =
        new Operator(
            service ->
                service
                    .withMetrics(returning)
                    .withKubernetesClient(client)
                    .withCloseClientOnStop(true)
                    .withInformerStoppedHandler((informer, error) -> {})
                    .withReconciliationTerminationTimeout(Duration.ZERO));
    operator.<ECommercePlatform>register(
        reconciler(client, returning),
        settings ->
            settings
                .settingNamespaces(Set.of(namespace))
                .withFinalizer(Finalizer.NAME)
                .withFieldManager(Assessment.FIELD_MANAGER)
                .withTriggerReconcilerOnAllEvents(true)
                .withGenerationAware(false)
                .withOnUpdateFilter(PlatformController::isEdit)
                .withRateLimiter(new LinearRateLimiter(Duration.ofSeconds(1), 5))
                .withRetry(
                    new GenericRetry()
                        .setInitialInterval(FIRST_RETRY_MS)
                        .withLinearRetry()
                        .withoutMaxAttempts()));
    operator.start();
    return new OperatorInJvm(operator);
  }

  private static PlatformReconciler reconciler(KubernetesClient client, Returning returning) {
    InstantSource clock = InstantSource.system();
    AwsNews news = new AwsNews();
    AwsEngine aws =
        new AwsEngine(
            Kinds.all(),
            Accounts.ofThisProcess(SETTINGS.identities()),
            new SecretValues(client),
            clock,
            news::about);
    Catalogue catalogue = CatalogueLoader.load();
    Refreshes refreshes = new Refreshes(clock);
    return new PlatformReconciler(
        new Trimming(new Ownership(SETTINGS.installation()), new Fingerprint(KEY)),
        returning,
        new VeleroAccess(client, SETTINGS.veleroNamespace(), clock),
        news,
        new AwsView(aws, catalogue, SETTINGS),
        new Assessor(
            catalogue, SETTINGS, new Fingerprint(KEY), aws.items(), new DriftLimit(), clock),
        new Applier(
            KubernetesApplier.over(client, 1, new Credentials(new SecureRandom()), clock), aws),
        new Reporter(
            new StatusPatcher(),
            new EventPublisher(client, "in-jvm", clock),
            new PlatformMetrics(new SimpleMeterRegistry()),
            refreshes,
            clock),
        refreshes,
        new NextLook());
  }

  @Override
  public void close() {
    operator.stop();
  }
}
