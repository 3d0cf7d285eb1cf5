package io.ecommerceplatform.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  /** Names of objects in clusters have such a hash in them: no release may change what it is. */
  @Test
  void aHashIsTheSameInEveryRelease() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("ß", 1L);
    inner.put("a", null);
    List<Object> list = Arrays.asList(true, 1.5, inner);
    assertThat(Json.hash(Map.of("list", list, "text", "x\"y"))).isEqualTo("cc60f37745");
    assertThat(Json.hash("text")).isEqualTo("1e1d0f251d");
  }

  @Test
  void aHashKnowsNoOrderOfKeys() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", Map.of("x", 1, "y", 2));
    one.put("b", List.of(1, 2));
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", List.of(1, 2));
    other.put("a", Map.of("y", 2, "x", 1));

    assertThat(Json.hash(Json.tree(one))).isEqualTo(Json.hash(other));
    assertThat(Json.hash(Map.of("b", List.of(2, 1))))
        .isNotEqualTo(Json.hash(Map.of("b", List.of(1, 2))));
  }
}
