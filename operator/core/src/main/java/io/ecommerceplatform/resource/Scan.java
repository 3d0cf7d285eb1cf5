package io.ecommerceplatform.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look at all items of a type in a region showed.
 *
 * @param startedAt when the look began: what was written later may not be in it
 * @param items what is there, with those of others
 * @param failure why the last look failed; the items are those of the last one that did not
 */
public record Scan(Instant startedAt, List<FoundItem> items, Optional<ItemFailure> failure) {

  public Scan {
    items = List.copyOf(items);
  }
}
