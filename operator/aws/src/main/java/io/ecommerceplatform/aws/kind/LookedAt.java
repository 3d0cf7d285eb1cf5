package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.resource.FoundItem;
import java.util.Map;

/** What is there without us: it is found, and never made, changed or deleted. */
interface LookedAt<S extends Record> extends AwsKind<S> {
  @Override
  default void create(Creation<S> creation, Clients clients) {
    throw onlyLookedAt();
  }

  @Override
  default void update(Update<S> update, Clients clients) {
    throw onlyLookedAt();
  }

  @Override
  default void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    throw onlyLookedAt();
  }

  @Override
  default void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw onlyLookedAt();
  }

  private IllegalArgumentException onlyLookedAt() {
    return new IllegalArgumentException(type().name() + " is only looked at");
  }
}
