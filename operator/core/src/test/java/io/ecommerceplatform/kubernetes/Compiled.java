package io.ecommerceplatform.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.RolloutDecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A platform with what it is compiled to, as in a pass where every Secret exists. */
record Compiled(Platform platform, Desired desired) {
  static final SecretFingerprints EXISTING = name -> Optional.of(Json.hash(name));

  static Compiled spec(String fields) {
    return of(Resolved.spec(fields));
  }

  static Compiled of(Platform platform) {
    return of(platform, EXISTING);
  }

  static Compiled of(Platform platform, SecretFingerprints fingerprints) {
    return of(platform, fingerprints, decided(platform, fingerprints));
  }

  static Compiled of(Platform platform, SecretFingerprints fingerprints, Intent intent) {
    return of(platform, CompileContext.of(platform, intent, fingerprints, Instant.EPOCH));
  }

  static Compiled at(String now, Platform platform) {
    Intent intent = decided(platform, EXISTING);
    return of(platform, CompileContext.of(platform, intent, EXISTING, Instant.parse(now)));
  }

  private static Compiled of(Platform platform, CompileContext context) {
    return new Compiled(platform, PlatformCompiler.compile(platform, context));
  }

  /** The intent of the first pass. */
  static Intent decided(Platform platform, SecretFingerprints fingerprints) {
    Observed nothing = Observed.of(List.of(), List.of(), Resolved.CLUSTER);
    return RolloutDecision.next(
        Intent.none(),
        Revisions.of(platform, fingerprints).all(),
        nothing,
        platform.owner(),
        Instant.EPOCH);
  }

  JsonNode object(String id) {
    return find(id)
        .map(m -> (JsonNode) m.json())
        .orElseThrow(() -> new AssertionError(id + " is not among " + ids()));
  }

  Optional<Manifest> find(String id) {
    return desired.objects().stream().filter(o -> o.ref().id().equals(id)).findFirst();
  }

  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    desired.objects().forEach(o -> ids.add(o.ref().id()));
    return ids;
  }

  Set<String> held() {
    Set<String> ids = new TreeSet<>();
    desired.held().forEach(h -> ids.add(h.ref().id()));
    return ids;
  }
}
