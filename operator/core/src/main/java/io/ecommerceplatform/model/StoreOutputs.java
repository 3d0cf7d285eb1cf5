package io.ecommerceplatform.model;

import io.ecommerceplatform.binding.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a store gives to one service, by the names of the environment contracts; {@code uri} is the
 * address with credentials for services without a contract.
 */
final class StoreOutputs {
  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";
  private static final String LOGIN = "{username}:{password}@";

  private final Store store;
  private final Map<String, Value> outputs = new LinkedHashMap<>();

  private StoreOutputs(Store store) {
    this.store = store;
    plain("host", host(store));
    plain("port", String.valueOf(store.port()));
  }

  static Map<String, Value> of(Store store, String service, int poolMax) {
    StoreOutputs outputs = new StoreOutputs(store);
    if (!store.inCluster() && store.endpoint().isEmpty()) {
      return Map.of();
    }
    switch (store.kind()) {
      case DATABASE -> outputs.database(new StoreClient(store, service), poolMax);
      case CACHE -> outputs.cache();
      case SEARCH -> outputs.search();
      case EVENTS -> outputs.kafka(service);
      case TABLE -> throw new IllegalArgumentException("a table never runs in the cluster");
    }
    return outputs.outputs;
  }

  private void database(StoreClient client, int poolMax) {
    // both of one Secret, so that a pod never has the user of one login and the password of another
    Map<String, Value.SecretKey> login =
        Map.of(
            USERNAME, new Value.SecretKey(client.secret(), USERNAME),
            PASSWORD, new Value.SecretKey(client.secret(), PASSWORD));
    plain("name", client.database());
    plain("poolMax", String.valueOf(poolMax));
    outputs.putAll(login);
    String path = "/" + client.database();
    switch (store.engine().protocol()) {
      case PostgreSQL -> {
        plain("url", "jdbc:postgresql://" + address() + path);
        addresses("postgresql://", path, login);
      }
      case MySQL -> {
        plain("url", "jdbc:mysql://" + address() + path);
        addresses("mysql://", path, login);
      }
      case MongoDB -> {
        String uri = "mongodb://" + LOGIN + address() + path + "?" + mongoOptions(client);
        outputs.put("url", new Value.Composed(uri, login));
        outputs.put("uri", new Value.Composed(uri, login));
      }
      case AuroraPostgreSQL, AuroraMySQL, Redis, OpenSearch, Kafka ->
          throw new IllegalArgumentException(store.engine() + " is no database in the cluster");
    }
  }

  /**
   * The client Service of one in the cluster is a seed only: the driver asks it for the members of
   * the replica set. DocumentDB keeps all users in one database, and cannot write anything twice.
   */
  private String mongoOptions(StoreClient client) {
    if (store.inCluster()) {
      return "authSource=%s&replicaSet=%s".formatted(client.database(), store.name());
    }
    String options = "authSource=admin&replicaSet=rs0&retryWrites=false";
    plain("tls", String.valueOf(store.access().tls()));
    if (!store.access().tls()) {
      return options;
    }
    if (store.authoritiesFile().isEmpty()) {
      return options + "&tls=true";
    }
    String file = store.authoritiesFile().get();
    plain("caFile", file);
    plain("caUrl", "file:" + file);
    plain("sslBundle", "database"); // as the contracts call it that have the other variable
    return options + "&tls=true&tlsCAFile=" + file;
  }

  private void addresses(String scheme, String path, Map<String, Value.SecretKey> login) {
    outputs.put("uri", new Value.Composed(scheme + LOGIN + address() + path, login));
    store
        .readerEndpoint()
        .map(host -> scheme + LOGIN + host + ":" + store.port() + path)
        .ifPresent(uri -> outputs.put("readerUri", new Value.Composed(uri, login)));
  }

  private void cache() {
    plain("tls", String.valueOf(store.access().tls()));
    if (!store.inCluster()) {
      elastiCache();
      return;
    }
    Value.SecretKey password = new Value.SecretKey(store.adminSecret(), PASSWORD);
    outputs.put(PASSWORD, password);
    if (store.replicas() == 1) {
      composed("uri", "redis://:{password}@" + address(), password);
      return;
    }
    // a host that may be a replica would refuse writes: only the Sentinels know the primary
    outputs.keySet().removeAll(List.of("host", "port"));
    String nodes =
        String.join(
            ",",
            IntStream.range(0, store.replicas())
                .mapToObj(i -> "%s-%d.%s-headless:26379".formatted(store.name(), i, store.name()))
                .toList());
    plain("sentinelNodes", nodes);
    plain("sentinelMaster", store.name());
    outputs.put("sentinelPassword", password);
    composed(
        "uri", "redis-sentinel://:{password}@%s/0#%s".formatted(nodes, store.name()), password);
  }

  private void elastiCache() {
    if (store.access().sharded()) {
      // a client that takes it for one server would miss what other shards have
      outputs.keySet().removeAll(List.of("host", "port"));
      plain("clusterNodes", address());
    }
    Optional<String> reader = store.readerEndpoint().map(host -> host + ":" + store.port());
    if (!store.access().tls()) { // AWS knows no password then
      plain("uri", "redis://" + address());
      reader.ifPresent(address -> plain("readerUri", "redis://" + address));
      return;
    }
    Value.SecretKey password = new Value.SecretKey(store.adminSecret(), PASSWORD);
    String login = "rediss://:{password}@";
    outputs.put(PASSWORD, password);
    composed("uri", login + address(), password);
    reader.ifPresent(address -> composed("readerUri", login + address, password));
  }

  private void search() {
    plain("replicas", String.valueOf(Math.min(1, store.replicas() - 1)));
    if (!store.access().tls()) { // nobody logs in then
      plain("url", "http://" + address());
      plain("uri", "http://" + address());
      return;
    }
    Value.SecretKey password = new Value.SecretKey(store.adminSecret(), PASSWORD);
    plain("tls", "true");
    plain("url", "https://" + address());
    plain("username", store.masterUsername());
    outputs.put(PASSWORD, password);
    composed("uri", "https://" + store.masterUsername() + ":{password}@" + address(), password);
  }

  private void kafka(String client) {
    plain("bootstrapServers", address());
    plain("uri", address());
    if (store.isStrimzi()) {
      String user = store.kafkaUser(client);
      plain("securityProtocol", "SASL_PLAINTEXT");
      plain("saslMechanism", "SCRAM-SHA-512");
      plain("username", user);
      outputs.put(PASSWORD, new Value.SecretKey(user, KafkaUser.PASSWORD));
      outputs.put("saslJaasConfig", new Value.SecretKey(user, KafkaUser.JAAS_CONFIG));
    }
  }

  private String address() {
    return host(store) + ":" + store.port();
  }

  /** Address from another namespace, whatever the cluster's domain is. */
  static String addressIn(String namespace, Store store) {
    return "%s.%s.svc:%d".formatted(host(store), namespace, store.port());
  }

  /**
   * What clients start from: a Service, which Strimzi names by a rule of its own, or what AWS says.
   */
  private static String host(Store store) {
    String service = store.isStrimzi() ? store.name() + "-kafka-bootstrap" : store.name();
    return store.endpoint().orElse(service);
  }

  private void plain(String output, String text) {
    outputs.put(output, new Value.Plain(text));
  }

  private void composed(String output, String text, Value.SecretKey password) {
    outputs.put(output, new Value.Composed(text, Map.of(PASSWORD, password)));
  }
}
