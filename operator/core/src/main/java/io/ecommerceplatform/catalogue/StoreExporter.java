package io.ecommerceplatform.catalogue;

import io.ecommerceplatform.catalogue.StoreEngine.StoreEnv;
import java.util.List;

/**
 * A container beside a server that turns what the server says of itself into metrics; {@code
 * {username}} in values and arguments is the server's administrator.
 *
 * @param port where Prometheus reads
 */
public record StoreExporter(
    String repository,
    String upstream,
    String version,
    int port,
    List<StoreEnv> env,
    List<String> args,
    PodSize resources) {
  public StoreExporter {
    env = env == null ? List.of() : List.copyOf(env);
    args = args == null ? List.of() : List.copyOf(args);
  }
}
