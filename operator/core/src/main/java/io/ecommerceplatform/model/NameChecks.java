package io.ecommerceplatform.model;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves out services whose objects would have the name of another part's objects. */
record NameChecks(Resolution resolution) {

  /** The services that keep their names; stores go first, because they hold data. */
  List<WantedService> distinct(List<WantedService> services, List<Store> stores) {
    Map<String, String> taken = new HashMap<>();
    for (Store store : stores) {
      taken.put(store.name(), store.path());
      taken.put(store.name() + "-headless", store.path());
    }
    List<WantedService> kept = new ArrayList<>();
    for (WantedService service : services) {
      List<String> names =
          List.of(service.name(), service.name() + "-blue", service.name() + "-green");
      String clash = names.stream().filter(taken::containsKey).findFirst().orElse("");
      if (clash.isEmpty()) {
        names.forEach(n -> taken.put(n, service.path()));
        kept.add(service);
      } else {
        report(service, clash, taken.get(clash));
      }
    }
    return kept;
  }

  private void report(WantedService service, String name, String holder) {
    resolution.report(
        ConditionType.WorkloadsReady,
        Reason.Conflict,
        service.path(),
        "the Service %s belongs to %s already; rename one of the two".formatted(name, holder));
  }
}
