package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves out stores and services whose objects would have the name of another part's objects. */
record NameChecks(Resolution resolution) {
  /** Taken whether they run or not: else to switch one on would take a service away. */
  private static final Map<String, String> TOOLS =
      Map.of(
          Collector.NAME, "spec.observability.tracing",
          LogArchive.DASHBOARDS, "spec.observability.logs");

  /**
   * The stores that keep their names. The listed ones come first: schema rules keep their names
   * apart, but know nothing of the stores that the profile adds.
   */
  List<Store> distinctStores(List<Store> stores) {
    Map<String, String> taken = new HashMap<>(TOOLS);
    List<Store> kept = new ArrayList<>();
    for (Store store : stores) {
      List<String> names = names(store);
      String clash = names.stream().filter(taken::containsKey).findFirst().orElse("");
      if (clash.isEmpty()) {
        names.forEach(n -> taken.put(n, store.path()));
        kept.add(store);
      } else {
        report(ConditionType.DataReady, store.path(), clash, taken.get(clash));
      }
    }
    return kept;
  }

  private static List<String> names(Store store) {
    return List.of(store.name(), store.name() + "-headless");
  }

  /** What keeps its names; stores go first, because they hold data. */
  Workloads distinct(Workloads workloads, List<Store> stores) {
    Map<String, String> taken = new HashMap<>(TOOLS);
    for (Store store : stores) {
      names(store).forEach(n -> taken.put(n, store.path()));
    }
    List<WantedService> services = distinct(workloads.services(), taken);
    return new Workloads(services, distinctJobs(workloads.jobs(), taken));
  }

  private List<WantedService> distinct(List<WantedService> services, Map<String, String> taken) {
    List<WantedService> kept = new ArrayList<>();
    for (WantedService service : services) {
      List<String> names = names(service);
      String clash = names.stream().filter(taken::containsKey).findFirst().orElse("");
      if (clash.isEmpty()) {
        names.forEach(n -> taken.put(n, service.path()));
        kept.add(service);
      } else {
        report(ConditionType.WorkloadsReady, service.path(), clash, taken.get(clash));
      }
    }
    return kept;
  }

  /** A job has an identity, a policy and a database user of its name, as services and stores do. */
  private List<WantedJob> distinctJobs(List<WantedJob> jobs, Map<String, String> taken) {
    List<WantedJob> kept = new ArrayList<>();
    for (WantedJob job : jobs) {
      String path = job.client().path();
      if (taken.containsKey(job.name())) {
        String text = "the name %s belongs to %s already; rename one of the two";
        resolution.report(
            ConditionType.WorkloadsReady,
            Reason.Conflict,
            path,
            text.formatted(job.name(), taken.get(job.name())));
      } else {
        taken.put(job.name(), path);
        kept.add(job);
      }
    }
    return kept;
  }

  private List<String> names(WantedService service) {
    List<String> names = new ArrayList<>();
    names.add(service.name());
    names.add(service.name() + "-blue");
    names.add(service.name() + "-green");
    if (new NetworkEntranceRules(resolution).isAsked(service.name())) {
      names.add(NetworkEntrance.name(service.name()));
    }
    return names;
  }

  /**
   * Names of credentials are made of two names: of store {@code a} for service {@code b-c} and of
   * store {@code a-b} for service {@code c} are the same, and one would learn the other's password.
   * An entry of {@code spec.secrets} that is generated is a Secret of its name.
   */
  void credentials(List<Store> stores) {
    Map<String, String> taken = new HashMap<>();
    if (resolution.spec().secrets() != null) {
      list(resolution.spec().secrets().entries()).stream()
          .filter(entry -> entry.from() == null)
          .forEach(e -> taken.put(e.name(), "spec.secrets.entries[" + e.name() + "]"));
    }
    for (Store store : stores) {
      for (String secret : credentials(store)) {
        String holder = taken.putIfAbsent(secret, store.path());
        if (holder != null) {
          resolution.report(
              ConditionType.DataReady,
              Reason.Conflict,
              store.path(),
              "Secret %s holds credentials of %s already; rename one of the two, or the service"
                  .formatted(secret, holder));
        }
      }
    }
  }

  private static List<String> credentials(Store store) {
    List<String> names = new ArrayList<>();
    if (store.inCluster() || store.isMadeInAws()) {
      names.add(store.adminSecret());
      if (store.isStrimzi()) {
        store.clients().forEach(client -> names.add(store.kafkaUser(client)));
      }
      if (store.kind() == StoreKind.DATABASE) {
        store.clients().forEach(service -> names.add(store.clientSecret(service)));
      }
    }
    return names;
  }

  private void report(ConditionType part, String path, String name, String holder) {
    resolution.report(
        part,
        Reason.Conflict,
        path,
        "the Service %s belongs to %s already; rename one of the two".formatted(name, holder));
  }
}
