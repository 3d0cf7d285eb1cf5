package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.Profile;
import io.ecommerceplatform.catalogue.Lifecycle;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Owner;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The immutable, fully resolved picture of one resource: profile defaults filled in, references
 * resolved or reported as findings.
 *
 * @param owner whose objects these are; holds name, namespace and installation
 * @param uid UID of the resource, for owner references
 * @param profile Economy or Production
 * @param mode what the operator may do
 * @param version release of the bundled services
 * @param services all services, sorted by name
 * @param jobs all jobs that run at times, sorted by name
 * @param stores all stores that are asked for or implied, sorted by name
 * @param topics topics of the in-cluster Kafka, sorted by name; empty without Kafka
 * @param secrets Secrets of the platform itself that are generated, sorted by name
 * @param rotationDays how old a login to a database may become; 0 for any age
 * @param lifecycle how pods of services leave
 * @param entrance the load balancer; empty when nothing is exposed
 * @param observability how it is watched
 * @param networkEntrances the network load balancers, sorted by their services
 * @param clusterBackup when Velero backs it up; empty when nobody asks for it
 * @param aws what it has in AWS; empty without
 * @param cost what an estimate of its costs is made of; empty when nobody asks
 * @param findings what is wrong with the resource as far as the resource itself tells
 */
public record Platform(
    Owner owner,
    String uid,
    Profile profile,
    Mode mode,
    String version,
    List<ResolvedService> services,
    List<ResolvedJob> jobs,
    List<Store> stores,
    List<KafkaTopic> topics,
    List<KafkaUser> kafkaUsers,
    List<PlatformSecret> secrets,
    int rotationDays,
    Lifecycle lifecycle,
    Optional<Entrance> entrance,
    Observability observability,
    List<NetworkEntrance> networkEntrances,
    Optional<ClusterBackup> clusterBackup,
    Optional<Aws> aws,
    Optional<CostBasis> cost,
    List<Finding> findings) {

  public Platform {
    services = List.copyOf(services);
    jobs = List.copyOf(jobs);
    stores = List.copyOf(stores);
    topics = List.copyOf(topics);
    kafkaUsers = List.copyOf(kafkaUsers);
    secrets = List.copyOf(secrets);
    networkEntrances = List.copyOf(networkEntrances);
    findings = List.copyOf(findings);
  }

  public String name() {
    return owner.platform();
  }

  public String namespace() {
    return owner.namespace();
  }

  /** When the bounds of a service may change next; empty when they depend on no clock. */
  public Optional<Instant> nextEdge(Instant now) {
    return services.stream()
        .flatMap(service -> service.scaling().edges(now))
        .min(Comparator.naturalOrder());
  }

  public Optional<Store> store(String name) {
    return stores.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  public Optional<ResolvedService> service(String name) {
    return services.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  /** True when something of it is reached from outside of the cluster. */
  public boolean isExposed() {
    return entrance.isPresent() || !networkEntrances.isEmpty();
  }

  /** What becomes of the volumes of each store inside the cluster, by the store's name. */
  public Map<String, String> volumePolicies() {
    return inClusterStores().stream()
        .collect(
            Collectors.toMap(
                Store::name, s -> s.losesVolumes() ? LiveObject.DELETE : LiveObject.RETAIN));
  }

  /** Stores that run inside the cluster. */
  public List<Store> inClusterStores() {
    return stores.stream().filter(Store::inCluster).toList();
  }
}
