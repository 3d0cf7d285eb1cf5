package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.WantedItem;

/** What is said to somebody who wants a copy of data in a store that is there already. */
final class Restoring {
  private Restoring() {}

  static String beside(WantedItem item) {
    return "restoreFrom only says what a store is made from, and %s is there already: nothing in it is touched. Take restoreFrom out here, list a new store with it beside this one, let the services use the new one, and take this one out last"
        .formatted(item.awsName());
  }
}
