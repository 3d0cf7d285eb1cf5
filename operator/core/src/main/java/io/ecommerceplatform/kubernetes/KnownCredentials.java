package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.resource.SecretProof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fingerprints that stay as pod templates carry them until the content of a Secret is known to have
 * changed. A key that was lost and made anew says nothing about the content, so it restarts nobody.
 *
 * @param current fingerprints under the key of today
 * @param carried what live workloads say, by the Secret's name
 */
public record KnownCredentials(SecretFingerprints current, Map<String, List<Carried>> carried)
    implements SecretFingerprints {
  /** Annotation of a workload, {@code <secret>=<key>.<hash>,...}; no part of its pod template. */
  public static final String PROOFS = "ecommerceplatform.io/credential-proofs";

  /**
   * What one workload says of one Secret.
   *
   * @param fingerprint as in its pod template
   * @param proof what the content was then; empty for a workload of an older release
   */
  record Carried(String fingerprint, Optional<SecretProof> proof) {
    boolean isRefuted(Optional<String> fingerprintNow, Optional<SecretProof> now) {
      if (now.isEmpty()) {
        return false;
      }
      return proof
          .map(then -> then.isRefutedBy(now.get()))
          .orElse(!fingerprintNow.equals(Optional.of(fingerprint)));
    }
  }

  /** Those of the workloads of one platform. */
  public static KnownCredentials of(SecretFingerprints current, Observed observed, Owner owner) {
    Map<String, List<Carried>> carried = new TreeMap<>();
    observed.objects().values().stream()
        .filter(live -> live.isOf(owner) && live.annotations().containsKey(PROOFS))
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(live -> read(live, carried));
    return new KnownCredentials(current, carried);
  }

  @Override
  public Optional<String> of(String secretName) {
    Optional<String> now = current.of(secretName);
    List<Carried> known = carried.getOrDefault(secretName, List.of());
    boolean changed = known.stream().anyMatch(c -> c.isRefuted(now, current.proof(secretName)));
    return known.isEmpty() || changed ? now : now.map(n -> known.getFirst().fingerprint());
  }

  @Override
  public Optional<SecretProof> proof(String secretName) {
    return current
        .proof(secretName)
        .or(
            () ->
                carried.getOrDefault(secretName, List.of()).stream()
                    .flatMap(c -> c.proof().stream())
                    .findFirst());
  }

  /** The annotation for a workload whose pod template has these fingerprints. */
  public String proofs(Map<String, String> fingerprints) {
    Map<String, String> proofs = new TreeMap<>();
    fingerprints
        .keySet()
        .forEach(secret -> proof(secret).ifPresent(proof -> proofs.put(secret, proof.text())));
    return text(proofs);
  }

  private static void read(LiveObject live, Map<String, List<Carried>> into) {
    Map<String, String> proofs = pairs(live.annotations().get(PROOFS));
    Fingerprints.in(live.at("/spec/template"))
        .forEach(
            (secret, fingerprint) ->
                into.computeIfAbsent(secret, s -> new ArrayList<>())
                    .add(
                        new Carried(
                            fingerprint, SecretProof.parse(proofs.getOrDefault(secret, "")))));
  }

  static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String entry : text.split(",")) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        pairs.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return pairs;
  }

  static String text(Map<String, String> pairs) {
    return String.join(
        ",", pairs.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }
}
