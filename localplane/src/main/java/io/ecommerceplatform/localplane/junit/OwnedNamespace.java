package io.ecommerceplatform.localplane.junit;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A namespace that goes with its test; nobody waits for it, since that takes five seconds. */
record OwnedNamespace(KubernetesClient client, TestNamespace namespace) implements AutoCloseable {

  static OwnedNamespace create(KubernetesClient client, String test) {
    var namespace = TestNamespace.of(test);
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace.name())
                .endMetadata()
                .build())
        .create();
    // Pods are refused until the namespace has its default account.
    client
        .serviceAccounts()
        .inNamespace(namespace.name())
        .withName("default")
        .waitUntilCondition(Objects::nonNull, 20, TimeUnit.SECONDS);
    return new OwnedNamespace(client, namespace);
  }

  @Override
  public void close() {
    client.namespaces().withName(namespace.name()).delete();
  }
}
