package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.messaging.Transport;
import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.catalogue.Need;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which store stands behind each need of a service. */
final class StoreBinder {
  private final Resolution resolution;
  private final List<Store> stores;
  private final Set<String> tables;
  private final OtherUses others;
  private final AnalyticsRules analytics;

  StoreBinder(Resolution resolution, List<Store> stores) {
    this.resolution = resolution;
    this.stores = stores.stream().filter(s -> !LogStores.isOwn(s)).toList();
    this.tables = ImpliedStores.tables(resolution);
    this.others = new OtherUses(resolution, tables);
    this.analytics = new AnalyticsRules(resolution);
  }

  ServiceStores bind(WantedService service) {
    List<String> waits = new ArrayList<>();
    Map<String, Map<String, Value>> items = new LinkedHashMap<>();
    Map<String, Store> used = used(service, items, waits);
    Map<StoreKind, Store> byKind = ServiceStores.noKinds();
    Optional<String> table = table(service);
    table.ifPresent(t -> others.waitForTable(t, waits));
    others.bucketsOf(service).forEach(b -> items.put(b, others.check(service, b, waits)));
    if (analytics.isSender(service)) {
      items.put(AwsStream.NAME, analytics.outputs());
    }
    for (StoreKind kind : StoreKind.values()) {
      Optional<Need> need = service.need(kind);
      boolean replaced = table.isPresent() && isReplaced(service, kind);
      if (need.isPresent() && kind != StoreKind.TABLE && !replaced && isWanted(kind)) {
        bind(service, need.get(), used, waits).ifPresent(s -> byKind.put(kind, s));
      }
    }
    if (service.exchangesEvents()) {
      events(service, used, waits);
    }
    used.values().removeAll(byKind.values());
    byKind.values().forEach(s -> waitForManaged(s, waits));
    used.values().forEach(s -> waitForManaged(s, waits));
    return new ServiceStores(byKind, used, items, table, waits.stream().distinct().toList());
  }

  /** The stores among what a service uses; what lives in AWS alone goes to {@code items}. */
  private Map<String, Store> used(
      WantedService service, Map<String, Map<String, Value>> items, List<String> waits) {
    Map<String, Store> used = new LinkedHashMap<>();
    for (String use : service.uses()) {
      String name = use.equals(StoreList.SEARCH) ? StoreList.SEARCH_OBJECTS : use;
      Optional<Store> store = stores.stream().filter(s -> s.name().equals(name)).findFirst();
      store.ifPresentOrElse(
          s -> used.put(use, s), () -> items.put(use, others.check(service, use, waits)));
    }
    return used;
  }

  private Optional<String> table(WantedService service) {
    return service
        .need(StoreKind.TABLE)
        .map(Need::table)
        .filter(t -> tables.contains(t) || service.uses().contains(t));
  }

  private static boolean isReplaced(WantedService service, StoreKind kind) {
    return service.need(StoreKind.TABLE).filter(n -> n.insteadOf() == kind).isPresent();
  }

  private boolean isWanted(StoreKind kind) {
    return kind != StoreKind.EVENTS || transport() == Transport.Kafka;
  }

  private Transport transport() {
    return ImpliedStores.transport(resolution);
  }

  private Optional<Store> bind(
      WantedService service, Need need, Map<String, Store> used, List<String> waits) {
    Optional<Store> named = used.values().stream().filter(s -> s.kind() == need.kind()).findFirst();
    if (named.isPresent()) {
      return named.filter(s -> isSupported(service, need, s, waits));
    }
    List<Store> fitting =
        stores.stream().filter(s -> s.kind() == need.kind() && fits(need, s)).toList();
    Optional<Store> own =
        fitting.stream().filter(s -> s.name().equals(service.name() + "-db")).findFirst();
    if (own.isPresent() || fitting.size() == 1) {
      return own.or(() -> fitting.stream().findFirst());
    }
    if (need.required()) {
      missing(service, need, fitting, waits);
    }
    return Optional.empty();
  }

  private static boolean fits(Need need, Store store) {
    return need.engines().isEmpty() || need.engines().contains(store.engine().name());
  }

  private boolean isSupported(WantedService service, Need need, Store store, List<String> waits) {
    if (fits(need, store)) {
      return true;
    }
    waits.add("a database with one of " + String.join(", ", need.engines()));
    resolution.report(
        ConditionType.WorkloadsReady,
        Reason.EngineNotSupported,
        service.path() + ".uses",
        "%s runs %s, which %s does not support; name a database with one of %s"
            .formatted(
                store.name(),
                store.engine(),
                service.component().orElseThrow().name(),
                String.join(", ", need.engines())));
    return false;
  }

  private void missing(WantedService service, Need need, List<Store> fitting, List<String> waits) {
    String kind = need.kind().name().toLowerCase(Locale.ROOT);
    String choice =
        fitting.isEmpty()
            ? "no listed one fits" + engines(need)
            : "name one of " + fitting.stream().map(Store::name).collect(Collectors.joining(", "));
    waits.add("a " + kind);
    resolution.report(
        ConditionType.WorkloadsReady,
        Reason.ReferenceNotFound,
        service.path() + ".uses",
        "a %s is needed; %s".formatted(kind, choice));
  }

  private static String engines(Need need) {
    return need.engines().isEmpty()
        ? ""
        : ": list a database with one of " + String.join(", ", need.engines());
  }

  /** Publishing or consuming means using Kafka, also for a service without a contract. */
  private void events(WantedService service, Map<String, Store> used, List<String> waits) {
    if (transport() == Transport.SnsSqs) {
      waitForMessaging(service, waits);
      others.checkEvents(service.path() + ".publishes", list(service.spec().publishes()));
      others.checkEvents(service.path() + ".consumes", list(service.spec().consumes()));
      return;
    }
    boolean foreign = service.component().isEmpty();
    stores.stream()
        .filter(s -> foreign && s.kind() == StoreKind.EVENTS)
        .forEach(s -> used.putIfAbsent(StoreList.KAFKA, s));
    others.checkEvents(service.path() + ".publishes", list(service.spec().publishes()));
    others.checkEvents(service.path() + ".consumes", list(service.spec().consumes()));
  }

  private void waitForMessaging(WantedService service, List<String> waits) {
    MessagingRules.topicsOf(service)
        .filter(topic -> resolution.outputs().of(AwsTopic.TYPE, topic, "arn").isEmpty())
        .forEach(topic -> waits.add("topic " + topic));
    MessagingRules.queuesOf(service)
        .filter(queue -> resolution.outputs().of(AwsQueue.TYPE, queue, "url").isEmpty())
        .forEach(queue -> waits.add("queue " + queue));
  }

  private void waitForManaged(Store store, List<String> waits) {
    if (store.isStrimzi() && !resolution.facts().servesAll(ManagedKind.STRIMZI)) {
      waits.add("%s (%s, Strimzi is not installed)".formatted(store.name(), store.path()));
    }
    if (store.isMadeInAws() && store.endpoint().isEmpty()) {
      waits.add("%s (%s, not there yet)".formatted(store.name(), store.path()));
    }
    if (!store.inCluster() && !store.isMadeInAws()) {
      waits.add("%s (%s, not managed yet)".formatted(store.name(), store.path()));
    }
  }
}
