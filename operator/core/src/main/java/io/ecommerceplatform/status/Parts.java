package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.api.v1alpha1.status.DataKind;
import io.ecommerceplatform.api.v1alpha1.status.DataStatus;
import io.ecommerceplatform.api.v1alpha1.status.ItemState;
import io.ecommerceplatform.api.v1alpha1.status.ServiceStatus;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.model.Scaling;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.rollout.ServiceRollout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Health and status rows of services and stores. */
final class Parts {
  private static final int ROOM = 4_000;
  private static final int SHORTEST_MESSAGE = 100;
  private static final int LONGEST_MESSAGE = 1_000;

  private Parts() {}

  static Map<String, Health> services(StatusInput input) {
    WorkloadHealth workloads = WorkloadHealth.of(input);
    Map<String, Health> healths = new LinkedHashMap<>();
    for (ResolvedService service : input.platform().services()) {
      healths.put(service.name(), service(input, workloads, service));
    }
    return healths;
  }

  static Map<String, Health> jobs(StatusInput input) {
    JobHealth health = new JobHealth(input);
    Map<String, Health> healths = new LinkedHashMap<>();
    input.platform().jobs().forEach(job -> healths.put(job.name(), health.of(job)));
    return healths;
  }

  static Map<String, Health> stores(StatusInput input) {
    WorkloadHealth workloads = WorkloadHealth.of(input);
    Map<String, Health> healths = new LinkedHashMap<>();
    for (Store store : input.platform().stores()) {
      healths.put(store.name(), store(input, workloads, store));
    }
    return healths;
  }

  private static Health store(StatusInput input, WorkloadHealth workloads, Store store) {
    if (store.isMadeInAws()) {
      return new AwsStoreHealth(input, AwsItems.verdicts(input)).of(store);
    }
    if (!store.inCluster()) {
      return new Health(0, 1, Reason.NotManagedYet, "this release does not make it yet");
    }
    if (store.isStrimzi()) {
      return new StrimziHealth(input.observed(), input.platform()).of(store);
    }
    Health members = workloads.of("StatefulSet", store.name());
    return members.isFine() ? new SetupHealth(input).of(store, members).orElse(members) : members;
  }

  private static Health service(
      StatusInput input, WorkloadHealth workloads, ResolvedService service) {
    if (!service.waitsFor().isEmpty()) {
      String text = "waits for " + String.join(", ", service.waitsFor());
      return new Health(0, service.scaling().min(), Reason.WaitingForStore, text);
    }
    String deployment = service.name() + "-" + color(input, service);
    Health health = workloads.of("Deployment", deployment);
    Optional<Health> migration = new MigrationHealth(input).of(service, health);
    if (migration.isPresent()) {
      return migration.get();
    }
    Optional<Held> held =
        input.desired().held().stream()
            .filter(h -> h.ref().kind().equals("Deployment") && h.ref().name().equals(deployment))
            .findFirst();
    if (held.isEmpty() || health.reason() != Reason.Applying) {
      return health.isFine() ? raised(input, service, deployment, health) : health;
    }
    boolean lacksSecret = service.secrets().stream().anyMatch(name -> isAbsent(input, name));
    Reason reason = lacksSecret ? Reason.WaitingForSecret : Reason.Applying;
    return new Health(0, service.scaling().min(), reason, held.get().message());
  }

  /** A new Deployment starts with one pod; its autoscaler makes them as many as were asked for. */
  private static Health raised(
      StatusInput input, ResolvedService service, String deployment, Health health) {
    Scaling scaling = service.scaling();
    int fewest = scaling.at(input.now()).min();
    if (scaling.isFixed() || health.wanted() >= fewest) {
      return health;
    }
    String autoscaler = scaling.queue().isPresent() ? "ScaledObject" : "HorizontalPodAutoscaler";
    return new Health(
        health.ready(),
        fewest,
        Reason.PodsStarting,
        "%d of %d pods are ready; %s/%s has not raised them to the minimum yet"
            .formatted(health.ready(), fewest, autoscaler, deployment));
  }

  static boolean isAbsent(StatusInput input, String secret) {
    String namespace = input.platform().namespace();
    return input.observed().find(new ObjectRef("v1", "Secret", namespace, secret)).isEmpty();
  }

  static List<ServiceStatus> serviceStatuses(StatusInput input, Map<String, Health> healths) {
    return input.platform().services().stream()
        .map(
            service -> {
              Health health = healths.get(service.name());
              String revision =
                  input
                      .intent()
                      .of(service.name())
                      .map(ServiceRollout::currentRevision)
                      .orElse(null);
              return new ServiceStatus(
                  service.name(),
                  health.ratio(),
                  revision,
                  service.image(),
                  color(input, service),
                  health.message().isEmpty() ? null : shortened(health.message(), healths.size()));
            })
        .toList();
  }

  /** What status should remember of the Deployments that take traffic. */
  static Map<String, AppliedRecord> records(StatusInput input) {
    Map<String, AppliedRecord> records = new LinkedHashMap<>();
    for (ResolvedService service : input.platform().services()) {
      String id = AppliedRecord.id(service.name(), color(input, service));
      AppliedRecord.next(input, id).ifPresent(record -> records.put(id, record));
    }
    return records;
  }

  static List<DataStatus> dataStatuses(StatusInput input, Map<String, Health> healths) {
    return input.platform().stores().stream()
        .map(store -> dataStatus(input, store, healths))
        .toList();
  }

  private static DataStatus dataStatus(
      StatusInput input, Store store, Map<String, Health> healths) {
    Health health = healths.get(store.name());
    Optional<DataStatus> first = StoreHistory.first(input.previous(), store.name());
    Optional<AppliedRecord> record = AppliedRecord.next(input, AppliedRecord.id(store));
    return new DataStatus(
        store.name(),
        kind(store),
        first.map(DataStatus::engine).orElse(store.engine().name()),
        first.map(DataStatus::placement).orElse(StoreHistory.placement(store)),
        null,
        state(health),
        health.message().isEmpty() ? null : shortened(health.message(), healths.size()),
        record.map(AppliedRecord::inputs).orElse(null),
        record.map(AppliedRecord::applied).orElse(null));
  }

  private static DataKind kind(Store store) {
    return switch (store.kind()) {
      case DATABASE -> DataKind.Database;
      case CACHE -> DataKind.Cache;
      case SEARCH -> DataKind.Search;
      case EVENTS -> DataKind.Kafka;
      case TABLE -> DataKind.Table;
    };
  }

  private static ItemState state(Health health) {
    return switch (health.reason().severity()) {
      case FINE -> ItemState.Ready;
      case PROGRESSING -> ItemState.Progressing;
      case DEGRADED -> ItemState.Degraded;
      case BLOCKED -> ItemState.Blocked;
    };
  }

  private static Color color(StatusInput input, ResolvedService service) {
    return input.intent().of(service.name()).map(ServiceRollout::stableColor).orElse(Color.blue);
  }

  /** Rows share the room that status has for what they say. */
  private static String shortened(String message, int rows) {
    int longest = Math.clamp(ROOM / rows, SHORTEST_MESSAGE, LONGEST_MESSAGE);
    return message.length() <= longest ? message : message.substring(0, longest - 1) + "…";
  }
}
