package io.ecommerceplatform.kubernetes;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is made inside a store for its clients; idempotent, so that it runs again whenever it
 * changes.
 *
 * @param command runs with the store's own image; has no secret in it
 * @param env variables, passwords by reference
 */
record StoreSetup(List<String> command, List<EnvVar> env) {
  /** Prefix of the variables that hold the clients' passwords; the user's name follows. */
  private static final String PASSWORD = "PASSWORD_";

  StoreSetup {
    command = List.copyOf(command);
    env = List.copyOf(env);
  }

  /** The interpreter with a script of ours as its last argument. */
  static List<String> command(String script, String... interpreter) {
    List<String> command = new ArrayList<>(List.of(interpreter));
    command.add(script(script));
    return command;
  }

  /**
   * Dumps by the first script, which defines how, and by the second one, which is the same for all.
   */
  static List<String> backup(String script) {
    String text = script(script) + script("backup.sh");
    return List.of("bash", "-eo", "pipefail", "-c", text);
  }

  /** The same with the databases and users to make, and the password of each by reference. */
  StoreSetup forClients(List<Login> logins) {
    List<EnvVar> all = new ArrayList<>(env);
    if (!logins.isEmpty()) {
      String clients = String.join(" ", logins.stream().map(Login::text).toList());
      all.add(EnvVars.value("CLIENTS", clients));
    }
    logins.forEach(l -> all.add(EnvVars.secret(PASSWORD + l.username(), l.secret(), "password")));
    return new StoreSetup(command, all);
  }

  private static String script(String name) {
    String resource = "/stores/" + name;
    try (InputStream in = StoreSetup.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
