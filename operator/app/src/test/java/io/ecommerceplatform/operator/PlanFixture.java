package io.ecommerceplatform.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.FieldChange;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.Optional;

/** Actions for tests of what comes after the diff. */
public final class PlanFixture {
  private static final JsonNode BEFORE = TextNode.valueOf("before");
  private static final JsonNode AFTER = TextNode.valueOf("after");

  private PlanFixture() {}

  public static ObjectRef ref(String kind, String name) {
    return new ObjectRef("v1", kind, "shop", name);
  }

  public static Action action(Operation operation, String kind, String name, String... paths) {
    List<FieldChange> changes =
        List.of(paths).stream()
            .map(path -> new FieldChange(path, BEFORE, AFTER, false, false))
            .toList();
    return new Action(
        operation, ref(kind, name), Optional.empty(), Optional.empty(), "u", changes, "");
  }
}
