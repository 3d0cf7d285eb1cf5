package io.ecommerceplatform.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ecommerceplatform.resource.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedTreesTest {
  private final SharedTrees trees = new SharedTrees();

  @Test
  void aTreeIsEqualToWhatCameInAndKeepsItsOrder() {
    Map<String, Object> tree = pod("shop");
    tree.put("absent", null);

    assertThat(trees.of(tree)).isEqualTo(tree);
    assertThat(trees.of(tree).keySet()).containsExactly("name", "containers", "empty", "absent");
    assertThat(trees.of((Map<String, Object>) null)).isNull();
  }

  @Test
  void equalTreesAreTheSameOne() {
    assertThat(trees.of(pod("shop"))).isSameAs(trees.of(pod("shop")));
  }

  @Test
  void equalPartsOfDifferentTreesAreTheSameOnes() {
    Map<String, Object> one = trees.of(pod("shop"));
    Map<String, Object> other = trees.of(pod("outlet"));

    assertThat(one).isNotEqualTo(other);
    assertThat(one.get("containers")).isSameAs(other.get("containers"));
    assertThat(keys(one)).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(keys(other));
  }

  @Test
  void nobodyChangesWhatOthersReadToo() {
    Map<String, Object> tree = trees.of(pod("shop"));

    assertThatThrownBy(() -> tree.put("name", "x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  // read from text each time, so that nothing of it is the same object by itself
  private static Map<String, Object> pod(String name) {
    String text =
        "{\"name\": \"%s\", \"containers\": [{\"image\": \"web:1\", \"ports\": [80]}], \"empty\": {}}"
            .formatted(name);
    return new LinkedHashMap<>(Json.typed(Json.parse(text), Map.class));
  }

  private static List<String> keys(Map<String, Object> tree) {
    return List.copyOf(tree.keySet());
  }
}
