package io.ecommerceplatform.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What runs images that are not a store's.
 *
 * @param services what serves, by name
 * @param jobs what runs at times, by name
 */
record Workloads(List<WantedService> services, List<WantedJob> jobs) {

  Workloads {
    services = List.copyOf(services);
    jobs = List.copyOf(jobs);
  }

  static Workloads of(Resolution resolution) {
    return new Workloads(WantedService.of(resolution), WantedJob.of(resolution));
  }

  /** All that may use a store. */
  List<WantedService> clients() {
    return Stream.concat(services.stream(), jobs.stream().map(WantedJob::client)).toList();
  }
}
