package io.ecommerceplatform.catalogue;

import java.util.List;

/** Where the value of a variable comes from: the closed vocabulary of the environment contracts. */
public sealed interface EnvSource {

  /** The default of the contract, or what services[].env says. */
  record Constant() implements EnvSource {}

  /** A fact about the service itself: {@code port} or {@code managementPort}. */
  record Self(String fact) implements EnvSource {}

  /** The address of another service inside the cluster. */
  record ServiceUrl(String service) implements EnvSource {}

  /** An output of the store of that kind that the service is bound to, e.g. {@code password}. */
  record Store(StoreKind kind, String output) implements EnvSource {}

  /** An output of an item of the resource by its name: queue, topic, bucket, table or stream. */
  record Item(String kind, String name) implements EnvSource {}

  /** A fact about the platform: group platform, auth, tracing, email, migrations or jwt. */
  record Fact(String group, String key) implements EnvSource {}

  /** A key of an entry of spec.secrets; left out when there is no such entry. */
  record SecretEntry(String entry, String key) implements EnvSource {}

  /** The source that a {@code from} text names. */
  static EnvSource parse(String from) {
    List<String> words = List.of(from.split("\\."));
    String last = words.getLast();
    return switch (words.getFirst()) {
      case "constant" -> new Constant();
      case "service" -> words.size() == 2 ? new Self(last) : new ServiceUrl(words.get(1));
      case "database" -> new Store(StoreKind.DATABASE, last);
      case "cache" -> new Store(StoreKind.CACHE, last);
      case "search" -> new Store(StoreKind.SEARCH, last);
      case "kafka" -> new Store(StoreKind.EVENTS, last);
      case "queue", "topic", "bucket", "table", "stream" ->
          new Item(words.getFirst(), words.get(1));
      case "platform", "auth", "tracing", "email", "migrations", "jwt" ->
          new Fact(words.getFirst(), last);
      case "secret" -> new SecretEntry(words.get(1), last);
      default ->
          throw new IllegalArgumentException(
              "from: " + from + " is not in the vocabulary of workloads/contracts/env/schema.json");
    };
  }
}
