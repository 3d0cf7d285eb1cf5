package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a resource into the platform that it means: the only reader of the raw spec. What is wrong
 * becomes a finding, and the rest of the platform goes on.
 */
public final class PlatformResolver {
  private static final SpecPaths PATHS = SpecPaths.load();

  private PlatformResolver() {}

  /**
   * The resolved platform.
   *
   * @param resource the resource as it was read
   * @param catalogue what is known of engines, components and profiles
   * @param settings the operator's own configuration
   * @param facts what the cluster offers
   */
  public static Platform resolve(
      ECommercePlatform resource,
      Catalogue catalogue,
      OperatorSettings settings,
      ClusterFacts facts) {
    return resolve(resource, catalogue, settings, facts, ItemOutputs.none());
  }

  /**
   * The resolved platform.
   *
   * @param outputs what its items in AWS say of themselves
   */
  public static Platform resolve(
      ECommercePlatform resource,
      Catalogue catalogue,
      OperatorSettings settings,
      ClusterFacts facts,
      ItemOutputs outputs) {
    return resolve(resource, Resolution.of(resource, catalogue, settings, facts, outputs));
  }

  private static Platform resolve(ECommercePlatform resource, Resolution resolution) {
    String name = resource.getMetadata().getName();
    ImageNames images = ImageNames.of(resolution);
    NameChecks names = new NameChecks(resolution);
    Workloads wanted = Workloads.of(resolution);
    List<Store> unbound = names.distinctStores(listedAndImplied(resolution, images, wanted));
    Workloads workloads = names.distinct(wanted, unbound);
    List<Store> stores = withClients(resolution, workloads, unbound);
    var bound = bind(resolution, workloads, stores);
    SecretNames secrets = new SecretNames(resolution);
    var resolver = WorkloadResolver.of(resolution, name, images, secrets, workloads, stores);
    List<ResolvedService> services = resolver.services(bound);
    check(resolution, names, secrets, stores);
    return new Platform(
        new Owner(resolution.settings().installation(), resolution.namespace(), name),
        Resolution.or(resource.getMetadata().getUid(), ""),
        resource.getSpec().profile(),
        Resolution.or(resource.getSpec().mode(), Mode.Apply),
        resolution.version(),
        services,
        resolver.jobs(bound),
        stores,
        topics(resolution, workloads, stores),
        users(resolution, workloads, services, stores),
        secrets.generated(),
        secrets.rotationDays(),
        resolution.catalogue().lifecycle(),
        new EntranceRules(resolution, name).entrance(workloads.services()),
        new ObservabilityRules(resolution, images, workloads.clients(), services, stores).resolve(),
        new NetworkEntranceRules(resolution).entrances(workloads.services()),
        new VeleroRules(resolution, name).backup(),
        new AwsRules(resolution).resolve(workloads.clients(), stores, secrets.generated()),
        new CostRules(resolution).resolve(services, stores),
        resolution.findings());
  }

  private static void check(
      Resolution resolution, NameChecks names, SecretNames secrets, List<Store> stores) {
    names.credentials(stores);
    new BackupRules(resolution).check(stores);
    new ClusterChecks(resolution, secrets).check(stores);
    new NotManagedFindings(resolution, PATHS).report(stores);
  }

  private static List<Store> listedAndImplied(
      Resolution resolution, ImageNames images, Workloads wanted) {
    StoreFactory factory = new StoreFactory(resolution, images);
    List<Store> stores = new ArrayList<>(new StoreList(resolution, factory).stores());
    stores.addAll(new ImpliedStores(resolution, factory, wanted.clients()).beside(stores));
    stores.addAll(new LogStores(resolution).own(factory));
    return stores;
  }

  private static Map<WantedService, ServiceStores> bind(
      Resolution resolution, Workloads workloads, List<Store> stores) {
    StoreBinder binder = new StoreBinder(resolution, stores);
    Map<WantedService, ServiceStores> bound = new LinkedHashMap<>();
    workloads.clients().forEach(client -> bound.put(client, binder.bind(client)));
    return bound;
  }

  /** A store knows its clients only after the services know their stores. */
  private static List<Store> withClients(
      Resolution resolution, Workloads workloads, List<Store> stores) {
    Map<WantedService, ServiceStores> bound = bind(resolution, workloads, stores);
    return stores.stream()
        .map(
            store ->
                store.withClients(
                    bound.entrySet().stream()
                        .filter(e -> e.getValue().names().contains(store.name()))
                        .map(e -> e.getKey().name())
                        .sorted()
                        .toList()))
        .sorted(Comparator.comparing(Store::name))
        .toList();
  }

  private static List<KafkaTopic> topics(
      Resolution resolution, Workloads workloads, List<Store> stores) {
    return stores.stream()
        .filter(s -> s.kind() == StoreKind.EVENTS && s.inCluster())
        .findFirst()
        .map(kafka -> TopicList.of(resolution, workloads.clients(), kafka))
        .orElse(List.of());
  }

  private static List<KafkaUser> users(
      Resolution resolution,
      Workloads workloads,
      List<ResolvedService> services,
      List<Store> stores) {
    List<KafkaTopic> topics = topics(resolution, workloads, stores);
    return stores.stream()
        .filter(Store::isStrimzi)
        .findFirst()
        .map(kafka -> new KafkaUsers(resolution, kafka).of(workloads.clients(), services, topics))
        .orElse(List.of());
  }
}
