package io.ecommerceplatform.model;

import io.ecommerceplatform.catalogue.Dashboard;
import io.ecommerceplatform.catalogue.RuleGroup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a platform is watched.
 *
 * @param monitors true when the cluster can be told what to read
 * @param rules what to compute and when to raise an alarm; empty where nobody would
 * @param dashboards empty where nobody would fill them
 * @param objectives empty when there are none
 * @param escalations who is told, the first one first
 * @param collector empty when telemetry goes nowhere
 * @param deliveries whose lines go to CloudWatch
 */
public record Observability(
    boolean monitors,
    List<RuleGroup> rules,
    List<Dashboard> dashboards,
    Optional<Objectives> objectives,
    List<Escalation> escalations,
    Optional<Collector> collector,
    List<LogDelivery> deliveries) {
  public Observability {
    rules = List.copyOf(rules);
    dashboards = List.copyOf(dashboards);
    escalations = List.copyOf(escalations);
    deliveries = List.copyOf(deliveries);
  }

  /** Logs that a store of the platform keeps beside its own data. */
  public Optional<LogArchive> logsIn(String store) {
    return collector.flatMap(Collector::logs).filter(logs -> logs.store().equals(store));
  }

  /** What runs beside services and stores, as Deployments. */
  public List<ToolPod> tools() {
    return collector.stream()
        .flatMap(
            c -> Stream.concat(Stream.of(c.pod()), c.logs().stream().map(LogArchive::dashboards)))
        .toList();
  }

  /** Of a platform that nothing is known to watch. */
  public static Observability none() {
    return new Observability(
        false, List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), List.of());
  }
}
