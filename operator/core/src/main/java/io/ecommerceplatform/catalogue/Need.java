package io.ecommerceplatform.catalogue;

import java.util.List;

/**
 * One store that a service needs.
 *
 * @param engines databases only: engines that a binding may point at
 * @param table tables only: the name of the table
 * @param partitionKey tables only: the key of its items, a text
 * @param ttlAttribute tables only: attribute with the time when an item may go
 * @param insteadOf the kind that this store takes the place of when it is bound, or null
 */
public record Need(
    StoreKind kind,
    boolean required,
    List<String> engines,
    String table,
    String partitionKey,
    String ttlAttribute,
    StoreKind insteadOf) {
  public Need {
    engines = engines == null ? List.of() : List.copyOf(engines);
  }
}
