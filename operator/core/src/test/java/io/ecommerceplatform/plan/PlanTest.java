package io.ecommerceplatform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Action JWT =
      Action.generate(new GeneratedSecret(ref("Secret", "jwt"), Map.of(), Map.of(), Map.of()));
  private static final Action OLD = Action.without(Operation.DELETE, ref("Secret", "old"), "u", "");
  private static final Action SERVICE =
      Action.without(Operation.DELETE, ref("Service", "old"), "u", "");

  @Test
  void onlyNewCredentialsAreGenerated() {
    assertThat(Plan.of(List.of(OLD, JWT, SERVICE)).generating().actions()).containsExactly(JWT);
    assertThat(Plan.of(List.of(OLD)).generating().isEmpty()).isTrue();
  }

  @Test
  void bothPlansAreInOneOrder() {
    Plan both = Plan.of(List.of(SERVICE)).and(Plan.of(List.of(JWT)));

    assertThat(both).isEqualTo(Plan.of(List.of(JWT, SERVICE)));
  }

  private static ObjectRef ref(String kind, String name) {
    return new ObjectRef("v1", kind, "shop", name);
  }
}
