package io.ecommerceplatform.operator.apply;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.Base64;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The key under which values of Secrets are fingerprinted. It outlives the process, so that a
 * Secret that changes while no operator runs is noticed; losing it restarts nobody, see ADR-0009.
 */
public final class FingerprintKey {
  public static final String SECRET = "ecommerce-platform-operator-fingerprints";
  private static final String ENTRY = "hmac";
  private static final int BYTES = 32;
  private static final int CONFLICT = 409;

  private final KubernetesClient client;
  private final String namespace;

  public FingerprintKey(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** The key, made on the very first start. */
  public byte[] read(RandomGenerator random) {
    try {
      Secret secret = secret().get();
      return decode(secret == null ? create(random) : secret);
    } catch (KubernetesClientException e) {
      throw new IllegalStateException(
          "cannot read or create Secret %s/%s: %s; apply the operator's Role, or set ecp.operator-namespace"
              .formatted(namespace, SECRET, e.getMessage()),
          e);
    }
  }

  private Secret create(RandomGenerator random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    Secret wanted =
        new SecretBuilder()
            .withNewMetadata()
            .withName(SECRET)
            .withNamespace(namespace)
            .addToLabels("app.kubernetes.io/name", "ecommerce-platform-operator")
            .endMetadata()
            .withData(Map.of(ENTRY, Base64.getEncoder().encodeToString(key)))
            .build();
    try {
      return client.resource(wanted).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT) {
        return secret().get(); // another operator of this installation was faster
      }
      throw e;
    }
  }

  private Resource<Secret> secret() {
    return client.secrets().inNamespace(namespace).withName(SECRET);
  }

  private byte[] decode(Secret secret) {
    String key = secret.getData() == null ? null : secret.getData().get(ENTRY);
    if (key == null) {
      throw new IllegalStateException(
          "Secret %s/%s has no key \"%s\"; delete it and the operator makes a new one"
              .formatted(namespace, SECRET, ENTRY));
    }
    return Base64.getDecoder().decode(key);
  }
}
