package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.plan.ItemVerdict;
import java.util.Comparator;
import java.util.List;

/** How a store in AWS does: as well as the item of it that does worst. */
record AwsStoreHealth(StatusInput input, List<ItemVerdict> verdicts) {

  Health of(Store store) {
    List<ItemVerdict> own = verdicts.stream().filter(v -> isOf(v, store)).toList();
    if (own.isEmpty()) {
      return new Health(0, 1, Reason.WaitingForAws, "waits for spec.aws, see AwsReady");
    }
    long ready = own.stream().filter(ItemVerdict::isReady).count();
    return own.stream()
        .filter(verdict -> !verdict.isReady())
        .max(Comparator.comparing((ItemVerdict verdict) -> verdict.reason().severity()))
        .map(v -> new Health(ready, own.size(), v.reason(), text(v)))
        .orElseGet(() -> served(store, Health.fine(own.size())));
  }

  private Health served(Store store, Health items) {
    return new SetupHealth(input).of(store, items).orElse(items);
  }

  private static String text(ItemVerdict verdict) {
    return verdict.item().ref().id() + ": " + verdict.message();
  }

  /**
   * Its items have its name, its servers a number after it, its parameters what they are written
   * for; and replicas have a path below its own.
   */
  private static boolean isOf(ItemVerdict verdict, Store store) {
    String name = verdict.item().ref().name();
    String path = verdict.item().path();
    return path.startsWith(store.path() + ".replicas[")
        || (path.equals(store.path())
            && (name.equals(store.name()) || name.matches(store.name() + "-[a-z-]*\\d[\\dx-]*")));
  }
}
