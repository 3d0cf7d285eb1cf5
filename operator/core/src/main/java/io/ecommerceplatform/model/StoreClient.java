package io.ecommerceplatform.model;

import io.ecommerceplatform.resource.Json;
import java.util.Set;

/**
 * What one service owns inside a database server; the binding of the service and the setup of the
 * server both take the names from here, so that they cannot differ.
 *
 * @param store the server
 * @param service name of the service
 */
public record StoreClient(Store store, String service) {
  // names that a server of one of the engines keeps for itself, as a database or as a user
  private static final Set<String> RESERVED =
      Set.of(
          "admin",
          "config",
          "default",
          "information_schema",
          "local",
          "mysql",
          "none",
          "postgres",
          "public",
          "root",
          "sys",
          "template0",
          "template1");
  private static final int LONGEST = 32; // MySQL's limit for user names
  private static final String SECOND = "_B";

  /** Name of its logical database, for example {@code order} or {@code price_list}. */
  public String database() {
    String name = service.replace('-', '_');
    if (RESERVED.contains(name)
        || name.startsWith("pg_")
        || name.startsWith("mysql_")
        || name.equals(store.masterUsername())) {
      name = name + "_service";
    }
    return name.length() <= LONGEST
        ? name
        : name.substring(0, LONGEST - 11) + "_" + Json.hash(service);
  }

  /**
   * Name of its user, who owns nothing else. Two take turns, so that a new password is one of the
   * user whom no pod uses: those that run keep theirs until they are replaced. No database has an
   * upper-case letter in its name, so no other client has such a user.
   *
   * @param rotation how often its login was changed so far
   */
  public String username(int rotation) {
    if (rotation % 2 == 0) {
      return database();
    }
    String name = database();
    String first = name.length() <= LONGEST - SECOND.length() ? name : Json.hash(service);
    return first + SECOND;
  }

  /** Secret with the keys {@code username} and {@code password}. */
  public String secret() {
    return store.clientSecret(service);
  }

  /** Secret of the same keys in which the next login is until the store knows it. */
  public String nextSecret() {
    return secret() + "-next";
  }
}
