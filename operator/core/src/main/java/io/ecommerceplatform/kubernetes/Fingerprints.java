package io.ecommerceplatform.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.resource.SecretFingerprints;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the Secrets that a pod reads.
 *
 * @param known fingerprints by the Secret's name
 * @param missing Secrets that do not exist yet
 */
public record Fingerprints(Map<String, String> known, List<String> missing) {
  /**
   * Annotation of a pod template, {@code <secret>=<fingerprint>,...}: changes whenever the content
   * of a Secret does. Readable, so that a plan can be made without reading a Secret.
   */
  static final String ANNOTATION = "ecommerceplatform.io/credentials";

  static Fingerprints of(List<String> secrets, CompileContext context) {
    return of(secrets, context.fingerprints());
  }

  static Fingerprints of(Collection<String> secrets, SecretFingerprints fingerprints) {
    Map<String, String> known = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (String secret : secrets) {
      fingerprints
          .of(secret)
          .ifPresentOrElse(hash -> known.put(secret, hash), () -> missing.add(secret));
    }
    return new Fingerprints(known, List.copyOf(missing));
  }

  /** The annotation; none for a pod that reads no Secret. */
  Map<String, String> annotations() {
    String text = KnownCredentials.text(known);
    return text.isEmpty() ? Map.of() : Map.of(ANNOTATION, text);
  }

  /** The fingerprints that a pod template carries, by the Secret's name. */
  public static Map<String, String> in(JsonNode template) {
    return KnownCredentials.pairs(template.at("/metadata/annotations").path(ANNOTATION).asText());
  }
}
