package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One store that services use: a database server, a cache, the search cluster or Kafka.
 *
 * @param name unique over all stores; also the name of its Service and StatefulSet
 * @param path where the resource or the profile asks for it, for example {@code
 *     spec.databases[orders-db]}
 * @param kind which list it stands in
 * @param engine what it runs
 * @param provider who runs it
 * @param runtime how the engine runs inside the cluster; of a database in AWS how what sets it up
 *     there runs; else empty
 * @param version version of the engine; empty for the one that its provider prefers
 * @param image full image reference; empty for the one that its provider prefers
 * @param exporterImage full image reference of what reads its metrics; empty for none
 * @param port port that clients use
 * @param replicas members: 1 for a single node
 * @param storage size of each member's volume as a canonical quantity, for example {@code 20Gi}
 * @param storageClass empty for the cluster's default
 * @param resources requests and limits of each member
 * @param placement where its pods may run
 * @param databaseName name of the database that exists from the start; empty for none
 * @param masterUsername administrator; reaches no pod of a service
 * @param clients names of the services that use it, sorted; each gets a database and a user
 * @param parameters settings of the server, by name
 * @param dumps when it is dumped; empty for never
 * @param deletionPolicy what becomes of its data when it leaves the resource
 * @param endpoint address of one in AWS, as soon as AWS says it
 * @param readerEndpoint address of a copy of it that only reads; empty without one
 * @param access how clients speak to it
 * @param required true in Production: zones are a must, not a preference
 */
public record Store(
    String name,
    String path,
    StoreKind kind,
    Engine engine,
    StoreProvider provider,
    Optional<StoreEngine> runtime,
    String version,
    String image,
    String exporterImage,
    int port,
    int replicas,
    String storage,
    String storageClass,
    ResourceRequirements resources,
    NodePool placement,
    String databaseName,
    String masterUsername,
    List<String> clients,
    Map<String, String> parameters,
    Optional<Dumps> dumps,
    DeletionPolicy deletionPolicy,
    Optional<String> endpoint,
    Optional<String> readerEndpoint,
    StoreAccess access,
    boolean required) {
  /** Key of the ConfigMap of authorities. */
  public static final String AUTHORITIES_KEY = "ca.pem";

  public Store {
    clients = List.copyOf(clients);
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters)); // in one order for ever
  }

  Store withClients(List<String> services) {
    return new Store(
        name,
        path,
        kind,
        engine,
        provider,
        runtime,
        version,
        image,
        exporterImage,
        port,
        replicas,
        storage,
        storageClass,
        resources,
        placement,
        databaseName,
        masterUsername,
        services,
        parameters,
        dumps,
        deletionPolicy,
        endpoint,
        readerEndpoint,
        access,
        required);
  }

  /** True when the volumes in the cluster go with the store; a last snapshot is not taken yet. */
  public boolean losesVolumes() {
    return inCluster() && deletionPolicy == DeletionPolicy.Delete;
  }

  /** True for what runs inside the cluster, false for a managed service. */
  public boolean inCluster() {
    return provider != StoreProvider.Managed;
  }

  /** True for a managed service that this release makes. */
  public boolean isMadeInAws() {
    return !inCluster()
        && (kind == StoreKind.DATABASE || kind == StoreKind.CACHE || kind == StoreKind.SEARCH);
  }

  /** True when the Strimzi operator runs it for us. */
  public boolean isStrimzi() {
    return provider == StoreProvider.Strimzi;
  }

  /**
   * Secret with the administrator's credentials, keys as the engine's row of the catalogue says.
   */
  public String adminSecret() {
    return name + "-credentials";
  }

  /** ConfigMap with what it proves itself with, where clients have to be given that. */
  public String authorities() {
    return name + "-authorities";
  }

  /** How its clients see that; empty for a store that they know anyway. */
  public Optional<FileMount> authoritiesMount() {
    String directory = "/etc/ecommerceplatform/" + name;
    return access.privateAuthority()
        ? Optional.of(new FileMount(authorities(), directory))
        : Optional.empty();
  }

  /** The file in which they see it. */
  public Optional<String> authoritiesFile() {
    return authoritiesMount().map(mount -> mount.path() + "/" + AUTHORITIES_KEY);
  }

  /** Name of what dumps it and of the volume of the dumps; a CronJob has 52 characters. */
  public String backupName() {
    int room = 52 - "-backup".length();
    boolean fits = name.length() <= room;
    return (fits ? name : name.substring(0, room - 11) + "-" + Json.hash(name)) + "-backup";
  }

  /**
   * Who one client is to a Kafka of Strimzi, and the Secret that Strimzi writes for it. Those that
   * are no clients have a dot in their names, so that no client can have the same.
   */
  public String kafkaUser(String client) {
    return name + "-" + client;
  }

  /** Who measures its queues; also what tells KEDA how. */
  public String kafkaScaler() {
    return name + ".keda";
  }

  /** Who reads its dead letters: a person. */
  public String kafkaReader() {
    return name + ".dead-letters";
  }

  /** Secret with one service's own credentials: keys {@code username} and {@code password}. */
  public String clientSecret(String service) {
    return name + "-" + service + "-credentials";
  }
}
