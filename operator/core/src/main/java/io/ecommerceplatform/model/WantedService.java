package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.service.ServiceSpec;
import io.ecommerceplatform.catalogue.BundledService;
import io.ecommerceplatform.catalogue.Need;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One service as the resource asks for it, with the bundled component that it runs.
 *
 * @param path where it stands, for example {@code spec.services[order]}
 */
record WantedService(String path, ServiceSpec spec, Optional<BundledService> component) {

  /** The services of the list by name, or the whole bundled shop when there is no list. */
  static List<WantedService> of(Resolution resolution) {
    List<ServiceSpec> specs =
        resolution.spec().services() == null
            ? resolution.catalogue().services().stream().map(WantedService::implied).toList()
            : resolution.spec().services();
    List<WantedService> wanted = new ArrayList<>();
    for (ServiceSpec spec : specs) {
      String component = Resolution.or(spec.component(), spec.name());
      String path = "spec.services[" + spec.name() + "]";
      wanted.add(new WantedService(path, spec, resolution.catalogue().service(component)));
    }
    wanted.sort(Comparator.comparing(WantedService::name));
    return wanted;
  }

  private static ServiceSpec implied(BundledService service) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", service.name());
    if (service.expose() != null) {
      fields.put("expose", Map.of("path", service.expose().path()));
    }
    return Json.typed(Json.tree(fields), ServiceSpec.class);
  }

  String name() {
    return spec.name();
  }

  List<String> uses() {
    return list(spec.uses());
  }

  /** What the component needs from a store of that kind. */
  Optional<Need> need(StoreKind kind) {
    return component.flatMap(c -> c.need(kind));
  }

  boolean requires(StoreKind kind) {
    return need(kind).filter(Need::required).isPresent();
  }

  /** True when events pass through it, whatever the transport. */
  boolean exchangesEvents() {
    return requires(StoreKind.EVENTS)
        || !list(spec.publishes()).isEmpty()
        || !list(spec.consumes()).isEmpty();
  }
}
