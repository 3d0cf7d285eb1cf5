package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.security.SecretEntry;
import io.ecommerceplatform.api.v1alpha1.security.SecretStore;
import io.ecommerceplatform.api.v1alpha1.security.SecretsSpec;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Reference;
import io.ecommerceplatform.resource.SecretReference;
import io.ecommerceplatform.resource.SecretVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is kept in Secrets Manager beside the cluster: entries, and the logins of managed stores.
 */
record SecretRules(Resolution resolution) {
  private static final String ENDPOINT = "endpoint";

  /** True for a platform whose secrets are in Secrets Manager too. */
  boolean isUsed() {
    SecretsSpec spec = resolution.spec().secrets();
    String store =
        spec == null || spec.store() == null
            ? resolution.defaults().secrets().store()
            : spec.store().name();
    return resolution.spec().aws() != null && store.equals(SecretStore.SecretsManager.name());
  }

  /**
   * Sorted by name.
   *
   * @param generated what the operator makes for entries
   */
  List<AwsSecret> secrets(ManagedStores managed, List<PlatformSecret> generated) {
    if (!isUsed()) {
      return List.of();
    }
    List<AwsSecret> secrets = new ArrayList<>();
    SecretsSpec spec = resolution.spec().secrets();
    (spec == null ? Stream.<SecretEntry>empty() : list(spec.entries()).stream())
        .filter(entry -> entry.from() != null || isGenerated(entry, generated))
        .forEach(entry -> secrets.add(entry(entry)));
    managed.clusters().forEach(c -> secrets.add(login(c.database(), AwsCluster.TYPE)));
    managed.documents().forEach(c -> secrets.add(login(c.database(), AwsCluster.DOCUMENT_TYPE)));
    managed.instances().forEach(i -> secrets.add(login(i.database(), AwsInstance.TYPE)));
    managed
        .caches()
        .forEach(cache -> cache.authSecret().ifPresent(s -> secrets.add(login(cache, s))));
    managed.search().ifPresent(search -> secrets.add(login(search)));
    secrets.sort((a, b) -> a.name().compareTo(b.name()));
    return secrets;
  }

  private static boolean isGenerated(SecretEntry entry, List<PlatformSecret> generated) {
    return generated.stream().anyMatch(secret -> secret.name().equals(entry.name()));
  }

  private static AwsSecret entry(SecretEntry entry) {
    String source = entry.from() == null ? entry.name() : entry.from().secret();
    Map<String, String> value =
        Map.of(SecretReference.ALL, new SecretReference(source, SecretReference.ALL).text());
    return new AwsSecret(
        entry.name(),
        "spec.secrets.entries[%s]".formatted(entry.name()),
        Resolution.or(entry.awsName(), ""),
        source,
        value,
        new SecretVersion(source, Json.hash(value)));
  }

  /**
   * With the keys that the drivers of AWS read, and {@code database}, as many templates have it.
   */
  private AwsSecret login(AwsDatabase database, String type) {
    Map<String, String> value = new TreeMap<>();
    value.put("engine", engine(database));
    value.put("username", database.masterUsername());
    value.put("port", String.valueOf(database.port()));
    if (!database.databaseName().isEmpty()) {
      value.put("dbname", database.databaseName());
      value.put("database", database.databaseName());
    }
    return login(database, type, database.masterSecret(), value);
  }

  /** As the drivers of AWS name it, which are told what it speaks and not what runs. */
  private static String engine(AwsDatabase database) {
    return switch (database.engine()) {
      case AwsCluster.DOCUMENT_ENGINE -> "mongo";
      case "aurora-mysql" -> "mysql";
      case "aurora-postgresql" -> "postgres";
      default -> database.engine();
    };
  }

  private AwsSecret login(AwsSearch search) {
    Map<String, String> value = new TreeMap<>();
    value.put("engine", "opensearch");
    value.put("username", search.masterUser());
    value.put("port", String.valueOf(search.port()));
    return login(search, AwsSearch.TYPE, search.credentials(), value);
  }

  private AwsSecret login(AwsCache cache, String secret) {
    Map<String, String> value = new TreeMap<>();
    value.put("engine", "redis");
    value.put("port", String.valueOf(cache.port()));
    return login(cache, AwsCache.TYPE, secret, value);
  }

  private AwsSecret login(AwsStore store, String type, String secret, Map<String, String> value) {
    Map<String, String> all = new TreeMap<>(value);
    String region = resolution.spec().aws().regions().getFirst().name();
    ObjectRef item = new ObjectRef(ObjectRef.AWS, type, region, store.name());
    all.put("host", new Reference(item, ENDPOINT).text());
    all.put("password", new SecretReference(secret, "password").text());
    // a store that moved is a new version, though its password is the old one
    String host = resolution.outputs().of(type, store.name(), ENDPOINT).orElse("");
    return new AwsSecret(
        // no entry can have such a name
        store.name() + "_credentials",
        store.path(),
        store.credentialsName(),
        secret,
        all,
        new SecretVersion(secret, Json.hash(List.of(value, host))));
  }
}
