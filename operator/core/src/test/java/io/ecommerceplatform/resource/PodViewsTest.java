package io.ecommerceplatform.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PodViewsTest {
  @Test
  void aBrokenImageIsNamedWithTheWordsOfTheKubelet() {
    PodView view =
        view(
            """
            containerStatuses:
            - name: order
              image: shop/order:nope
              restartCount: 2
              state: {waiting: {reason: ImagePullBackOff, message: no such tag}}
            """);

    assertThat(view.reason()).isEqualTo("ImagePullBackOff");
    assertThat(view.message()).isEqualTo("no such tag");
    assertThat(view.image()).isEqualTo("shop/order:nope");
    assertThat(view.restarts()).isEqualTo(2);
    assertThat(view.ready()).isFalse();
  }

  @Test
  void aContainerThatIsBeingCreatedIsNoTrouble() {
    PodView view =
        view(
            """
            containerStatuses:
            - {name: order, restartCount: 0, state: {waiting: {reason: ContainerCreating}}}
            """);

    assertThat(view.reason()).isEmpty();
  }

  @Test
  void aPodWithoutANodeSaysWhatTheSchedulerSays() {
    PodView view =
        view(
            """
            conditions:
            - {type: PodScheduled, status: "False", reason: Unschedulable, message: no nodes}
            """);

    assertThat(view.reason()).isEqualTo("Unschedulable");
    assertThat(view.message()).isEqualTo("no nodes");
  }

  @Test
  void configMapsOfVolumesAndEnvironmentAreInUse() {
    assertThat(view("conditions: [{type: Ready, status: \"True\"}]"))
        .returns(true, PodView::ready)
        .extracting(PodView::configMaps)
        .isEqualTo(Set.of("order-config", "setup"));
  }

  private static PodView view(String status) {
    String yaml =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: order-1, namespace: shop}
        spec:
          volumes: [{name: setup, configMap: {name: setup}}]
          containers: [{name: order, envFrom: [{configMapRef: {name: order-config}}]}]
        status:
        %s
        """
            .formatted(status.indent(2));
    return PodViews.of(PodViews.trim(Serialization.unmarshal(yaml, Pod.class)));
  }
}
