package io.ecommerceplatform.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.aws.Kinds;
import io.ecommerceplatform.aws.PlatformItems;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.kubernetes.LiveFingerprints;
import io.ecommerceplatform.model.AwsIdentity;
import io.ecommerceplatform.model.KafkaUser;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.pass.ItemCompiler;
import io.ecommerceplatform.pass.PassInput;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.SecretFingerprints;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the pure middle of a pass for a resource that nobody has applied. */
public final class Assessing {
  private Assessing() {}

  /**
   * What the operator would do in the end. It needs several passes when credentials have to be made
   * first; here they count as made, so that the plan is whole.
   */
  public static Assessment of(
      JsonNode resource, OperatorSettings configured, Observed observed, Instant now) {
    OperatorSettings settings = withIdentity(configured, resource);
    ECommercePlatform platform = Json.typed(resource, ECommercePlatform.class);
    Owner owner =
        new Owner(
            settings.installation(),
            platform.getMetadata().getNamespace(),
            platform.getMetadata().getName());
    SecretFingerprints live = new LiveFingerprints(observed, owner);
    Assessment first = assess(platform, settings, observed, live, now);
    Set<String> coming =
        Stream.concat(
                first.desired().secrets().stream().map(s -> s.ref().name()),
                first.platform().kafkaUsers().stream().map(KafkaUser::name))
            .collect(Collectors.toSet());
    SecretFingerprints whole =
        name -> live.of(name).or(() -> Optional.of("new").filter(n -> coming.contains(name)));
    return assess(platform, settings, observed, whole, now);
  }

  /** Which rights an identity stands for is the operator's matter; who asks here has their own. */
  private static OperatorSettings withIdentity(OperatorSettings settings, JsonNode resource) {
    String identity = resource.at("/spec/aws/identity").asText();
    return new OperatorSettings(
        settings.installation(),
        settings.registry(),
        settings.imagePrefix(),
        settings.release(),
        settings.ingressClass(),
        settings.veleroNamespace(),
        identity.isEmpty() ? Map.of() : Map.of(identity, AwsIdentity.own()));
  }

  /** Who has nothing in AWS need not wait until its kinds are loaded. */
  private static ItemCompiler items(ECommercePlatform platform) {
    return platform.getSpec().aws() == null ? ItemCompiler.none() : new PlatformItems(Kinds.all());
  }

  private static Assessment assess(
      ECommercePlatform platform,
      OperatorSettings settings,
      Observed observed,
      SecretFingerprints fingerprints,
      Instant now) {
    return Assessment.of(
        new PassInput(
            platform,
            CatalogueLoader.load(),
            settings,
            observed,
            fingerprints,
            items(platform),
            now));
  }
}
