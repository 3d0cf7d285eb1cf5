package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.aws.SecretReader;
import io.ecommerceplatform.resource.SecretReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

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
        .map(data -> data.get(reference.key()))
        .map(value -> new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8));
  }
}
