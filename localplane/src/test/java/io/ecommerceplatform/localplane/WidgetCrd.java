package io.ecommerceplatform.localplane;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A custom resource with a CEL rule, installed for one test. */
record WidgetCrd(KubernetesClient client, CustomResourceDefinition definition)
    implements AutoCloseable {
  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.localplane.test}
      spec:
        group: localplane.test
        scope: Namespaced
        names: {kind: Widget, plural: widgets, singular: widget, listKind: WidgetList}
        versions:
        - name: v1
          served: true
          storage: true
          subresources: {status: {}}
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  properties: {size: {type: integer}, max: {type: integer}}
                  x-kubernetes-validations:
                  - {rule: "self.size <= self.max", message: size must not exceed max}
                status: {type: object, properties: {phase: {type: string}}}
      """;

  static WidgetCrd installed(KubernetesClient client) {
    var definition = Serialization.unmarshal(DEFINITION, CustomResourceDefinition.class);
    var resource = client.resource(definition);
    resource.create();
    resource.waitUntilCondition(WidgetCrd::isEstablished, 20, TimeUnit.SECONDS);
    return new WidgetCrd(client, definition);
  }

  // a definition that is a moment old has a status without a list of conditions
  private static boolean isEstablished(CustomResourceDefinition crd) {
    return Optional.ofNullable(crd)
        .map(CustomResourceDefinition::getStatus)
        .map(CustomResourceDefinitionStatus::getConditions)
        .stream()
        .flatMap(List::stream)
        .anyMatch(it -> it.getType().equals("Established") && it.getStatus().equals("True"));
  }

  void create(String namespace, String name, int size, int max) {
    client.resource(widget(name, size, max)).inNamespace(namespace).create();
  }

  GenericKubernetesResource get(String namespace, String name) {
    return client.resource(widget(name, 0, 0)).inNamespace(namespace).get();
  }

  private static GenericKubernetesResource widget(String name, int size, int max) {
    return Serialization.unmarshal(
        """
        apiVersion: localplane.test/v1
        kind: Widget
        metadata: {name: %s}
        spec: {size: %d, max: %d}
        status: {phase: Sneaky}
        """
            .formatted(name, size, max),
        GenericKubernetesResource.class);
  }

  @Override
  public void close() {
    client.resource(definition).delete();
  }
}
