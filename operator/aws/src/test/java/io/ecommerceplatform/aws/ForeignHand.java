package io.ecommerceplatform.aws;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.aws.kind.AwsKind.Update;
import io.ecommerceplatform.plan.ItemVerdict;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Json;
import java.util.HashSet;
import java.util.Set;

/** Somebody who switches in AWS what the resource says otherwise. */
record ForeignHand(Kinds kinds, Accounts accounts) {

  /** Turns every wanted switch of an item the other way; which ones those were. */
  Set<String> turn(ItemVerdict verdict) {
    return turn(kinds.of(verdict.item().type().name()), verdict);
  }

  private <S extends Record> Set<String> turn(AwsKind<S> kind, ItemVerdict verdict) {
    FoundItem found = verdict.found().orElseThrow();
    ObjectNode settings = verdict.item().settings().deepCopy();
    Set<String> turned = new HashSet<>();
    settings
        .properties()
        .forEach(
            field -> {
              boolean fixed = kind.type().rules().get(field.getKey()) == FieldRule.REPLACE;
              if (field.getValue().isBoolean() && !fixed) {
                field.setValue(BooleanNode.valueOf(!field.getValue().booleanValue()));
                turned.add(field.getKey());
              }
            });
    if (!turned.isEmpty()) {
      kind.update(
          new Update<>(found, Json.typed(settings, kind.settings()), turned),
          accounts.of("default", verdict.item().region()));
    }
    return turned;
  }
}
