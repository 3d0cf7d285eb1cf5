package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.service.JobSpec;
import io.ecommerceplatform.api.v1alpha1.service.ServiceSpec;
import io.ecommerceplatform.resource.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One job as the resource asks for it.
 *
 * @param spec what the list says
 * @param client the same as a service without a component: it is bound to stores as one is
 */
record WantedJob(JobSpec spec, WantedService client) {

  /** The listed jobs by name. */
  static List<WantedJob> of(Resolution resolution) {
    return list(resolution.spec().jobs()).stream()
        .map(spec -> new WantedJob(spec, client(spec)))
        .sorted(Comparator.comparing(WantedJob::name))
        .toList();
  }

  private static WantedService client(JobSpec spec) {
    // the fields of a job that a service does not have are ignored by its type
    ServiceSpec service = Json.typed(Json.tree(spec), ServiceSpec.class);
    return new WantedService("spec.jobs[" + spec.name() + "]", service, Optional.empty());
  }

  String name() {
    return spec.name();
  }
}
