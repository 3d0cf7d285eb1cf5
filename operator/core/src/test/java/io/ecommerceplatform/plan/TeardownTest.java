package io.ecommerceplatform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TeardownTest {
  private static final Owner OWNER = new Owner("local", "shop", "shop");
  private static final Teardown TEARDOWN = new Teardown(OWNER, Map.of());

  @Test
  void trafficGoesBeforeWorkloadsBeforeStoresBeforeTheRest() {
    assertThat(deleted("Ingress", "Deployment", "StatefulSet", "Service"))
        .containsExactly("Ingress");
    assertThat(deleted("Deployment", "StatefulSet", "Service")).containsExactly("Deployment");
    assertThat(deleted("StatefulSet", "Service")).containsExactly("StatefulSet");
    assertThat(deleted("Kafka", "KafkaNodePool", "Service")).containsExactly("Kafka");
    assertThat(deleted("KafkaNodePool", "Service")).containsExactly("KafkaNodePool");
    assertThat(deleted("Service", "ConfigMap")).containsExactly("ConfigMap", "Service");
  }

  @Test
  void theServiceOfALoadBalancerIsTraffic() {
    LiveObject balancer = live("Service", Map.of(), false);
    balancer.json().putObject("spec").put("type", "LoadBalancer");
    LiveObject workload = live("Deployment", Map.of(), false);
    assertThat(TEARDOWN.next(observed(balancer, workload)).of(Operation.DELETE))
        .extracting(a -> a.ref().kind())
        .containsExactly("Service");
  }

  @Test
  void waitsForAGroupThatIsOnItsWayOut() {
    Observed observed =
        observed(live("Ingress", Map.of(), true), live("Deployment", Map.of(), false));
    assertThat(TEARDOWN.next(observed).isEmpty()).isTrue();
    assertThat(TEARDOWN.isDone(observed)).isFalse();
  }

  @Test
  void volumesThatGoGoAfterTheirStatefulSet() {
    LiveObject volume =
        live("PersistentVolumeClaim", Map.of(Diff.DELETION_POLICY, LiveObject.DELETE), false);
    LiveObject set = live("StatefulSet", Map.of(), false);
    LiveObject service = live("Service", Map.of(), false);
    assertThat(TEARDOWN.next(observed(volume, set, service)).actions())
        .extracting(action -> action.ref().kind())
        .containsExactly("StatefulSet");
    assertThat(TEARDOWN.next(observed(volume, service)).of(Operation.DESTROY))
        .extracting(action -> action.ref().kind())
        .containsExactly("PersistentVolumeClaim");
    assertThat(TEARDOWN.isDone(observed(volume))).isFalse();
  }

  @Test
  void keepsWhatIsRetainedAndWhatIsForeign() {
    LiveObject kept = live("Secret", Map.of(Diff.DELETION_POLICY, Diff.RETAIN), false);
    LiveObject foreign = live("Service", Map.of(Owner.PLATFORM, "other"), false);
    assertThat(TEARDOWN.isDone(observed(kept, foreign))).isTrue();
    assertThat(TEARDOWN.next(observed(kept, foreign)).isEmpty()).isTrue();
  }

  private static List<String> deleted(String... kinds) {
    LiveObject[] objects =
        Stream.of(kinds).map(k -> live(k, Map.of(), false)).toArray(LiveObject[]::new);
    return TEARDOWN.next(observed(objects)).of(Operation.DELETE).stream()
        .map(a -> a.ref().kind())
        .toList();
  }

  private static Observed observed(LiveObject... objects) {
    ClusterFacts facts = new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of());
    return Observed.of(List.of(objects), List.of(), facts);
  }

  private static LiveObject live(String kind, Map<String, String> extra, boolean deleting) {
    Map<String, String> labels = new HashMap<>(OWNER.labels());
    labels.putAll(extra);
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("name", "x");
    metadata.put("namespace", "shop");
    metadata.put("uid", "u");
    metadata.put("labels", labels);
    if (deleting) {
      metadata.put("deletionTimestamp", "2026-01-01T00:00:00Z");
    }
    return new LiveObject(
        Json.tree(Map.of("apiVersion", "v1", "kind", kind, "metadata", metadata)));
  }
}
