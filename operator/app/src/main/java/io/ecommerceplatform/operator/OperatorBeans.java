package io.ecommerceplatform.operator;

import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.operator.apply.Credentials;
import io.ecommerceplatform.operator.apply.DriftLimit;
import io.ecommerceplatform.operator.apply.FingerprintKey;
import io.ecommerceplatform.operator.apply.KubernetesApplier;
import io.ecommerceplatform.operator.config.OperatorConfig;
import io.ecommerceplatform.operator.leadership.Identity;
import io.ecommerceplatform.operator.observe.Fingerprint;
import io.ecommerceplatform.operator.observe.Ownership;
import io.ecommerceplatform.operator.observe.Returning;
import io.ecommerceplatform.operator.observe.Trimming;
import io.ecommerceplatform.operator.observe.VeleroAccess;
import io.ecommerceplatform.operator.report.EventPublisher;
import io.ecommerceplatform.operator.report.NextLook;
import io.ecommerceplatform.operator.report.PlatformMetrics;
import io.ecommerceplatform.operator.report.Reporter;
import io.ecommerceplatform.operator.report.StatusPatcher;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Wires the parts of a pass; the only place that picks the clock and the source of randomness. */
final class OperatorBeans {

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.system();
  }

  @Produces
  @Singleton
  Identity identity() {
    return Identity.ofThisProcess();
  }

  @Produces
  @Singleton
  Trimming trimming(KubernetesClient client, OperatorConfig config) {
    byte[] key = new FingerprintKey(client, config.operatorNamespace()).read(new SecureRandom());
    return new Trimming(new Ownership(config.installation()), new Fingerprint(key));
  }

  @Produces
  @Singleton
  Assessor assessor(OperatorConfig config, Trimming trimming, InstantSource clock) {
    OperatorSettings settings =
        new OperatorSettings(
            config.installation(),
            config.imageRegistry(),
            config.imagePrefix().orElse(""),
            config.release(),
            config.ingressClass(),
            config.veleroNamespace());
    return new Assessor(
        CatalogueLoader.load(), settings, trimming.fingerprint(), new DriftLimit(), clock);
  }

  @Produces
  @Singleton
  VeleroAccess veleroAccess(KubernetesClient client, OperatorConfig config, InstantSource clock) {
    return new VeleroAccess(client, config.veleroNamespace(), clock);
  }

  @Produces
  @Singleton
  KubernetesApplier applier(KubernetesClient client, OperatorConfig config, InstantSource clock) {
    return KubernetesApplier.over(
        client, config.applyParallelism(), new Credentials(new SecureRandom()), clock);
  }

  @Produces
  @Singleton
  Reporter reporter(
      KubernetesClient client, Identity identity, MeterRegistry registry, InstantSource clock) {
    return new Reporter(
        new StatusPatcher(),
        new EventPublisher(client, identity.name(), clock),
        new PlatformMetrics(registry),
        clock);
  }

  // the extension registers none of the SDK's own metrics by itself
  @Produces
  @Singleton
  Metrics sdkMetrics(MeterRegistry registry, Returning returning) {
    return new AggregatedMetrics(
        List.of(MicrometerMetricsV2.newBuilder(registry).build(), returning));
  }

  // not as Metrics, of which the SDK takes one bean only
  @Produces
  @Singleton
  @Typed(Returning.class)
  Returning returning() {
    return new Returning();
  }

  @Produces
  @Singleton
  NextLook nextLook() {
    return new NextLook();
  }
}
