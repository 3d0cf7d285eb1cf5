package io.ecommerceplatform.localplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecommerceplatform.localplane.junit.Definitions;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.localplane.toolchain.ThirdParty;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other people's own definitions, and that a test can take them away again. */
@LocalPlane
class DefinitionsApiTest {

  @Test
  void areServedAndTakenAway(
      KubernetesClient client, TestNamespace namespace, Definitions definitions) {
    definitions.install(ThirdParty.values());

    assertThat(served(client))
        .contains(
            "scaledobjects.keda.sh",
            "schedules.velero.io",
            "servicemonitors.monitoring.coreos.com",
            "prometheusrules.monitoring.coreos.com",
            "alertmanagerconfigs.monitoring.coreos.com",
            "certificates.cert-manager.io");
    assertThatThrownBy(() -> client.resource(monitor(namespace, Map.of())).create())
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("spec.selector");
    var endpoint = Map.of("port", "http");
    var spec = Map.of("selector", Map.of(), "endpoints", List.of(endpoint));
    assertThat(client.resource(monitor(namespace, spec)).create().getMetadata().getUid())
        .isNotEmpty();

    definitions.uninstall(ThirdParty.PROMETHEUS);

    assertThat(served(client))
        .contains("scaledobjects.keda.sh")
        .noneMatch(name -> name.endsWith("monitoring.coreos.com"));
    definitions.close();
    assertThat(served(client)).isEmpty();
  }

  private static List<String> served(KubernetesClient client) {
    return client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
        .map(definition -> definition.getMetadata().getName())
        .filter(
            name ->
                Stream.of(ThirdParty.values())
                    .anyMatch(party -> name.endsWith("." + party.group())))
        .toList();
  }

  private static GenericKubernetesResource monitor(TestNamespace namespace, Map<String, ?> spec) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion("monitoring.coreos.com/v1")
        .withKind("ServiceMonitor")
        .withNewMetadata()
        .withName("web")
        .withNamespace(namespace.name())
        .endMetadata()
        .addToAdditionalProperties("spec", spec)
        .build();
  }
}
