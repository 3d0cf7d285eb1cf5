package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.common.SecretKeyRef;
import io.ecommerceplatform.api.v1alpha1.security.SecretEntry;
import io.ecommerceplatform.api.v1alpha1.security.SecretsSpec;
import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the Secrets that the resource names, and remembers those that have to be generated. */
final class SecretNames {
  /** Entry with the key that encrypts the signing keys of access tokens. */
  static final String JWT = "jwt";

  /** The one key of a Secret that opens an image registry. */
  static final String REGISTRY_KEY = ".dockerconfigjson";

  private static final int LENGTH = 48;

  private final Resolution resolution;
  private final List<SecretEntry> entries;
  private final Map<String, Map<String, Integer>> generated = new TreeMap<>();

  SecretNames(Resolution resolution) {
    this.resolution = resolution;
    this.entries =
        resolution.spec().secrets() == null
            ? List.of()
            : list(resolution.spec().secrets().entries());
    entries.stream().filter(e -> e.from() != null).forEach(this::checkSource);
  }

  /** How old a login to a database may become; 0 for any age. */
  int rotationDays() {
    SecretsSpec spec = resolution.spec().secrets();
    int implied = resolution.defaults().secrets().rotationDays();
    return spec == null || spec.rotationDays() == null ? implied : spec.rotationDays();
  }

  /** The Secrets that nobody else writes. */
  List<PlatformSecret> generated() {
    List<PlatformSecret> secrets = new ArrayList<>();
    generated.forEach((name, keys) -> secrets.add(new PlatformSecret(name, keys)));
    return secrets;
  }

  /** The key that encrypts token signing keys: of the entry {@code jwt}, else generated. */
  Value jwt() {
    return entry(JWT).isPresent() ? ofEntry(JWT, "secret").orElseThrow() : generate(JWT, "secret");
  }

  /** A key of an entry; empty when there is no such entry, or its Secret lacks the key. */
  Optional<Value> ofEntry(String name, String key) {
    Optional<SecretEntry> entry = entry(name);
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    if (entry.get().from() == null) {
      return Optional.of(generate(name, key));
    }
    String secret = entry.get().from().secret();
    Set<String> keys = resolution.facts().secretKeys().get(secret);
    boolean present = keys == null || keys.contains(key) || name.equals(JWT);
    return present ? Optional.of(new Value.SecretKey(secret, key)) : Optional.empty();
  }

  /** The key that a variable refers to; reports at the path what does not exist. */
  Value reference(SecretKeyRef ref, String path, List<String> waits) {
    Optional<SecretEntry> entry = entry(ref.name());
    if (entry.isPresent() && entry.get().from() == null) {
      return generate(ref.name(), ref.key());
    }
    String secret = entry.map(e -> e.from().secret()).orElse(ref.name());
    Set<String> keys = resolution.facts().secretKeys().get(secret);
    if (keys == null || !keys.contains(ref.key())) {
      waits.add("key %s of Secret %s".formatted(ref.key(), secret));
      missing(path, secret, ref.key());
    }
    return new Value.SecretKey(secret, ref.key());
  }

  void missing(String path, String secret, String key) {
    boolean exists = resolution.facts().secretKeys().containsKey(secret);
    String what = exists ? "has no key " + key : "does not exist";
    resolution.report(
        ConditionType.WorkloadsReady,
        Reason.SecretNotFound,
        path,
        "Secret %s %s; type: %s".formatted(secret, what, command(exists, secret, key)));
  }

  private String command(boolean exists, String secret, String key) {
    String kubectl = "kubectl -n " + resolution.namespace();
    if (key.equals(REGISTRY_KEY)) {
      return kubectl
          + " create secret docker-registry %s --docker-server=<host>".formatted(secret)
          + " --docker-username=<name> --docker-password=<password>";
    }
    return exists
        ? kubectl
            + " patch secret %s -p '{\"stringData\":{\"%s\":\"<value>\"}}'".formatted(secret, key)
        : kubectl + " create secret generic %s --from-literal=%s=<value>".formatted(secret, key);
  }

  private void checkSource(SecretEntry entry) {
    String secret = entry.from().secret();
    if (!resolution.facts().secretKeys().containsKey(secret)) {
      missing("spec.secrets.entries[" + entry.name() + "].from.secret", secret, "<key>");
    }
  }

  private Optional<SecretEntry> entry(String name) {
    return entries.stream().filter(e -> e.name().equals(name)).findFirst();
  }

  private Value generate(String name, String key) {
    generated.computeIfAbsent(name, n -> new TreeMap<>()).put(key, LENGTH);
    return new Value.SecretKey(name, key);
  }
}
