package io.ecommerceplatform.operator.apply;

import static io.ecommerceplatform.operator.PlanFixture.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class WavesTest {
  @Test
  void whatPodsReferToComesFirstAndPruningLast() {
    Plan plan =
        Plan.of(
            List.of(
                action(Operation.DESTROY, "PersistentVolumeClaim", "data-db-0"),
                action(Operation.DELETE, "ConfigMap", "old"),
                action(Operation.CREATE, "Ingress", "shop"),
                action(Operation.UPDATE, "Deployment", "order-blue"),
                action(Operation.CREATE, "Service", "order"),
                action(Operation.CREATE, "Secret", "order")));

    assertThat(Waves.of(plan))
        .extracting(wave -> wave.stream().map(a -> a.ref().id()).toList())
        .containsExactly(
            List.of("Service/order", "Secret/order"),
            List.of("Deployment/order-blue"),
            List.of("Ingress/shop"),
            List.of("ConfigMap/old"),
            List.of("PersistentVolumeClaim/data-db-0"));
  }

  @Test
  void whatIsOnlyReportedIsNotExecuted() {
    Action conflict = action(Operation.CONFLICT, "Service", "order");
    Action retained = action(Operation.RETAIN, "Secret", "order");

    assertThat(Waves.of(Plan.of(List.of(conflict, retained)))).isEmpty();
  }

  @Test
  void ofTwoAutoscalersTheOneThatGoesGoesFirst() {
    Plan plan =
        Plan.of(
            List.of(
                action(Operation.CREATE, "ScaledObject", "order-blue"),
                action(Operation.DELETE, "HorizontalPodAutoscaler", "order-blue")));

    assertThat(Waves.of(plan))
        .extracting(wave -> wave.stream().map(a -> a.ref().kind()).toList())
        .containsExactly(List.of("HorizontalPodAutoscaler"), List.of("ScaledObject"));
  }
}
