package io.ecommerceplatform.pass;

import io.ecommerceplatform.localplane.schema.SchemaEdit;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the schema has room for and what only its rules refuse, so that it never reaches the
 * operator: each one stands in samples/invalid, which the API server is asked about.
 */
final class Rules {
  private static final Map<String, Predicate<SchemaEdit>> REFUSED =
      Map.of(
          // domain-cert-manager-without-issuer.yaml
          "spec.domain.certificate.issuer", e -> e.value().isMissingNode(),
          // databases-aurora-in-cluster.yaml, databases-aurora-in-economy-without-placement.yaml
          "spec.databases[].engine", e -> e.value().asText().startsWith("Aurora"),
          // aws-missing-in-production.yaml
          "spec.profile", e -> e.value().asText().equals("Production"));

  private Rules() {}

  static boolean refuse(SchemaEdit edit) {
    return REFUSED.getOrDefault(edit.path(), e -> false).test(edit);
  }
}
