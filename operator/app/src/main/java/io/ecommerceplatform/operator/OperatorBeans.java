package io.ecommerceplatform.operator;

import io.ecommerceplatform.aws.AwsEngine;
import io.ecommerceplatform.aws.Kinds;
import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.operator.apply.Applier;
import io.ecommerceplatform.operator.apply.Credentials;
import io.ecommerceplatform.operator.apply.DriftLimit;
import io.ecommerceplatform.operator.apply.FingerprintKey;
import io.ecommerceplatform.operator.apply.KubernetesApplier;
import io.ecommerceplatform.operator.config.Identities;
import io.ecommerceplatform.operator.config.OperatorConfig;
import io.ecommerceplatform.operator.leadership.Identity;
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
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
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
  OperatorSettings settings(OperatorConfig config) {
    return new OperatorSettings(
        config.installation(),
        config.imageRegistry(),
        config.imagePrefix().orElse(""),
        config.release(),
        config.ingressClass(),
        config.veleroNamespace(),
        Identities.of(config.aws()));
  }

  @Produces
  @Singleton
  Catalogue catalogue() {
    return CatalogueLoader.load();
  }

  @Produces
  @Singleton
  Assessor assessor(
      Catalogue catalogue,
      OperatorSettings settings,
      Trimming trimming,
      AwsEngine aws,
      InstantSource clock) {
    return new Assessor(
        catalogue, settings, trimming.fingerprint(), aws.items(), new DriftLimit(), clock);
  }

  @Produces
  @Singleton
  AwsNews awsNews() {
    return new AwsNews();
  }

  @Produces
  @Singleton
  AwsEngine awsEngine(
      KubernetesClient client, OperatorSettings settings, InstantSource clock, AwsNews news) {
    return new AwsEngine(
        Kinds.all(),
        Accounts.ofThisProcess(settings.identities()),
        new SecretValues(client),
        clock,
        news::about);
  }

  void stop(@Disposes AwsEngine engine) {
    engine.close();
  }

  @Produces
  @Singleton
  AwsView awsView(AwsEngine engine, Catalogue catalogue, OperatorSettings settings) {
    return new AwsView(engine, catalogue, settings);
  }

  @Produces
  @Singleton
  VeleroAccess veleroAccess(KubernetesClient client, OperatorConfig config, InstantSource clock) {
    return new VeleroAccess(client, config.veleroNamespace(), clock);
  }

  @Produces
  @Singleton
  Applier applier(
      KubernetesClient client, OperatorConfig config, AwsEngine aws, InstantSource clock) {
    return new Applier(
        KubernetesApplier.over(
            client, config.applyParallelism(), new Credentials(new SecureRandom()), clock),
        aws);
  }

  @Produces
  @Singleton
  Refreshes refreshes(InstantSource clock) {
    return new Refreshes(clock);
  }

  @Produces
  @Singleton
  Reporter reporter(
      KubernetesClient client,
      Identity identity,
      MeterRegistry registry,
      Refreshes refreshes,
      InstantSource clock) {
    return new Reporter(
        new StatusPatcher(),
        new EventPublisher(client, identity.name(), clock),
        new PlatformMetrics(registry),
        refreshes,
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
