package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.catalogue.BundledService;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who calls whom, by the names of services. */
final class ServiceGraph {
  private final Resolution resolution;
  private final Map<String, String> byComponent = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  ServiceGraph(Resolution resolution, List<WantedService> services) {
    this.resolution = resolution;
    for (WantedService service : services) {
      names.add(service.name());
      service.component().ifPresent(c -> byComponent.putIfAbsent(c.name(), service.name()));
    }
  }

  /** The service that runs each component; the first one when several do. */
  Map<String, String> byComponent() {
    return Map.copyOf(byComponent);
  }

  /** What a service calls: the neighbours of its component that exist, and what it says itself. */
  List<String> calls(WantedService service) {
    Set<String> calls = new TreeSet<>();
    service.component().map(BundledService::dependsOn).orElse(List.of()).stream()
        .filter(byComponent::containsKey)
        .map(byComponent::get)
        .forEach(calls::add);
    for (String name : list(service.spec().dependsOn())) {
      if (names.contains(name)) {
        calls.add(name);
      } else {
        report(service.path() + ".dependsOn", name + " is no service; list it or take it out");
      }
    }
    calls.remove(service.name());
    return List.copyOf(calls);
  }

  void noImage(WantedService service) {
    String component = service.spec().component();
    String known = String.join(", ", resolution.catalogue().servicesByName().keySet());
    if (component != null) {
      report(service.path() + ".component", component + " is not bundled; use one of " + known);
    } else {
      String text =
          "%s is not bundled; set image.repository and image.tag, or component to one of %s";
      report(service.path() + ".image", text.formatted(service.name(), known));
    }
  }

  private void report(String path, String message) {
    resolution.report(ConditionType.WorkloadsReady, Reason.ReferenceNotFound, path, message);
  }
}
