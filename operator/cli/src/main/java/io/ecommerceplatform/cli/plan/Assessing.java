package io.ecommerceplatform.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.kubernetes.LiveFingerprints;
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
      JsonNode resource, OperatorSettings settings, Observed observed, Instant now) {
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
            ItemCompiler.none(),
            now));
  }
}
