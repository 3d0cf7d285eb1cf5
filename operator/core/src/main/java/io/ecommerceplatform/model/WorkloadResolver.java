package io.ecommerceplatform.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Completes all services and jobs of a platform with what they share. */
record WorkloadResolver(
    Workloads workloads, ServiceResolver serviceResolver, JobResolver jobResolver) {
  /** A run never meets another one of the same job. */
  private static final Scaling ONE_POD = new Scaling(1, 1, 0, 0);

  static WorkloadResolver of(
      Resolution resolution,
      String platform,
      ImageNames images,
      SecretNames secrets,
      Workloads workloads,
      List<Store> stores) {
    ScalingRules rules = new ScalingRules(resolution, new QueueRules(resolution, stores));
    ServiceGraph graph = new ServiceGraph(resolution, workloads.services());
    Map<String, Scaling> scaling = new TreeMap<>();
    workloads.services().forEach(s -> scaling.put(s.name(), rules.scaling(s)));
    workloads.jobs().forEach(j -> scaling.put(j.name(), ONE_POD));
    PlatformFacts facts = new PlatformFacts(resolution, platform, graph.byComponent(), secrets);
    ServiceEnvironment environments =
        new ServiceEnvironment(resolution, facts, new PoolSizes(scaling));
    return new WorkloadResolver(
        workloads,
        new ServiceResolver(resolution, images, rules, facts, environments, graph),
        new JobResolver(resolution, images, environments));
  }

  List<ResolvedService> services(Map<WantedService, ServiceStores> bound) {
    return workloads.services().stream()
        .map(service -> serviceResolver.resolve(service, bound.get(service)))
        .toList();
  }

  List<ResolvedJob> jobs(Map<WantedService, ServiceStores> bound) {
    return workloads.jobs().stream()
        .map(job -> jobResolver.resolve(job, bound.get(job.client())))
        .toList();
  }
}
