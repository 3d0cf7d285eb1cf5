package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.catalogue.EnvSource;
import java.util.Map;
import java.util.Optional;

/** Where clicks go, and who sends them there. */
record AnalyticsRules(Resolution resolution) {

  Optional<AwsStream> stream() {
    return Optional.ofNullable(resolution.spec().analytics())
        .map(
            spec ->
                new AwsStream(
                    "spec.analytics",
                    or(spec.awsName(), ""),
                    or(spec.shards(), 1),
                    Optional.ofNullable(spec.lakeBucket())));
  }

  /** True for a bundled service that knows the stream by name. */
  boolean isSender(WantedService service) {
    return stream().isPresent()
        && resolution
            .sources(service)
            .anyMatch(new EnvSource.Item("stream", AwsStream.NAME)::equals);
  }

  /** What a sender is told; empty until the stream is there, and until then clicks are counted. */
  Map<String, Value> outputs() {
    return resolution
        .outputs()
        .of(AwsStream.TYPE, AwsStream.NAME, "name")
        .map(name -> Map.<String, Value>of("name", new Value.Plain(name)))
        .orElse(Map.of());
  }
}
