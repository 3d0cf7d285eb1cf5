package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.model.Engine;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.model.StoreClient;
import io.ecommerceplatform.plan.Diff;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** One in-cluster store with the names and addresses that its objects have in common. */
record StoreComponent(Platform platform, Store store) {

  StoreEngine runtime() {
    return store.runtime().orElseThrow();
  }

  /** Metadata of the members and of what serves them. */
  ObjectMetadata metadata() {
    return new ObjectMetadata(platform, application(), store.name(), part());
  }

  /** Metadata of the setup Job; another component, so that no Service selects its pods. */
  ObjectMetadata setupMetadata() {
    return new ObjectMetadata(platform, application(), store.name(), part() + "-setup");
  }

  /** Metadata of what dumps it. */
  ObjectMetadata backupMetadata() {
    return new ObjectMetadata(platform, application(), store.name(), part() + "-backup");
  }

  /** Labels that select the members from anywhere in the namespace. */
  Map<String, String> pods() {
    return store.isStrimzi() ? StrimziStore.pods(this) : metadata().selector();
  }

  /** What the protocol is called; also the name of the client port. */
  String application() {
    return store.engine().name().toLowerCase(Locale.ROOT);
  }

  /** Port that the server listens on; the client Service may show another one. */
  int port() {
    return runtime().port();
  }

  /** Ports of a member that clients open: of a cache that Sentinels guard theirs too. */
  List<Integer> openPorts() {
    boolean isGuarded =
        store.engine() == Engine.Redis && RedisSentinelStore.isAsked(store) && store.inCluster();
    return isGuarded ? List.of(port(), runtime().ports().get("sentinel")) : List.of(port());
  }

  /** Memory that a member may count on: its request, as a limit may lie far above it. */
  long memoryBytes() {
    Quantity memory = store.resources().getRequests().get("memory");
    return Quantity.getAmountInBytes(memory).longValue();
  }

  /** Service behind which each member has a DNS name of its own. */
  String headlessService() {
    return store.name() + "-headless";
  }

  String member(int ordinal) {
    return store.name() + "-" + ordinal;
  }

  /** Address of one member from anywhere in the cluster, whatever the cluster's domain is. */
  String memberHost(int ordinal) {
    return member(ordinal) + "." + headlessHost();
  }

  String headlessHost() {
    return headlessService() + "." + platform.namespace() + ".svc";
  }

  /** The first members, for example {@code db-0.db-headless.shop.svc}. */
  List<String> memberHosts(int members) {
    return IntStream.range(0, members).mapToObj(this::memberHost).toList();
  }

  List<StoreClient> clients() {
    return store.clients().stream().map(service -> new StoreClient(store, service)).toList();
  }

  boolean hasCredentials() {
    return !runtime().credentials().isEmpty();
  }

  /** Labels of what must outlive the platform, so that data and its credentials stay together. */
  Map<String, String> retainedLabels() {
    return retained(metadata());
  }

  Map<String, String> retained(ObjectMetadata part) {
    return part.labels(Map.of(Diff.DELETION_POLICY, Diff.RETAIN));
  }

  /** The Secret that opens the platform's registry; services are pulled with it too. */
  List<LocalObjectReference> pullSecrets() {
    return platform.services().stream()
        .filter(service -> !service.pullSecret().isEmpty())
        .map(service -> new LocalObjectReference(service.pullSecret()))
        .distinct()
        .limit(1)
        .toList();
  }

  private String part() {
    return store.kind().name().toLowerCase(Locale.ROOT);
  }
}
