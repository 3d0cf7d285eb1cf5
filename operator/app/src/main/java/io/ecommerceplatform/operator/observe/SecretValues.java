package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.aws.SecretReader;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads one value of a Secret for AWS. The caches hold no values, so this is a request; it is a
 * list of one, as the operator may list Secrets and needs no more rights than that.
 */
public record SecretValues(KubernetesClient client) implements SecretReader {

  @Override
  public Optional<String> read(String namespace, SecretReference reference) {
    return client
        .secrets()
        .inNamespace(namespace)
        .withField("metadata.name", reference.secret())
        .list()
        .getItems()
        .stream()
        .map(Secret::getData)
        .filter(Objects::nonNull)
        .findFirst()
        .map(
            data ->
                reference.key().equals(SecretReference.ALL)
                    ? all(data)
                    : decoded(data.get(reference.key())));
  }

  private static String all(Map<String, String> data) {
    Map<String, String> values = new TreeMap<>();
    data.forEach((key, value) -> values.put(key, decoded(value)));
    return Json.tree(values).toString();
  }

  private static String decoded(String value) {
    return value == null
        ? null
        : new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }
}
