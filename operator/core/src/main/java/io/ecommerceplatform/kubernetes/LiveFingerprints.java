package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.SecretFingerprints;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fingerprints as the live pod templates carry them, for whoever has not the operator's key: a
 * Secret that did not change since then shows no change.
 *
 * @param observed the world
 * @param owner whose pod templates count
 */
public record LiveFingerprints(Observed observed, Owner owner) implements SecretFingerprints {
  /** For a Secret that exists and that no pod template names yet. */
  private static final String NEW = "new";

  @Override
  public Optional<String> of(String secretName) {
    ObjectRef ref = new ObjectRef("v1", "Secret", owner.namespace(), secretName);
    return observed.find(ref).map(secret -> carried().getOrDefault(secretName, NEW));
  }

  private Map<String, String> carried() {
    Map<String, String> carried = new TreeMap<>();
    observed.objects().values().stream()
        .filter(object -> object.isOf(owner))
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(object -> read(object, carried));
    return carried;
  }

  private static void read(LiveObject object, Map<String, String> into) {
    into.putAll(Fingerprints.in(object.at("/spec/template")));
  }
}
