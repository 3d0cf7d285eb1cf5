package io.ecommerceplatform.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Optional;

/** One API server, read as trees: a newer CRD than this command still shows. */
public final class Cluster implements AutoCloseable {
  private final EndingHttpClients httpClients;
  private final KubernetesClient client;
  private final String server;
  private final String namespace;

  private Cluster(
      EndingHttpClients httpClients, KubernetesClient client, String server, String namespace) {
    this.httpClients = httpClients;
    this.client = client;
    this.server = server;
    this.namespace = namespace;
  }

  /** Reads the kubeconfig; sends no request. */
  public static Cluster open(ClusterTarget target) {
    Config config = ClientConfig.of(target);
    String fromContext = config.getNamespace() == null ? "default" : config.getNamespace();
    EndingHttpClients httpClients = new EndingHttpClients();
    return new Cluster(
        httpClients,
        new KubernetesClientBuilder()
            .withHttpClientFactory(httpClients)
            .withConfig(config)
            // everything is read as trees, so nobody has to look for model classes
            .withKubernetesSerialization(new KubernetesSerialization(new ObjectMapper(), false))
            .build(),
        config.getMasterUrl(),
        target.namespace() == null ? fromContext : target.namespace());
  }

  /** The same cluster, looked at in another namespace; closing either one closes both. */
  public Cluster in(String otherNamespace) {
    return new Cluster(httpClients, client, server, otherNamespace);
  }

  /** The namespace that was named, else that of the context. */
  public String namespace() {
    return namespace;
  }

  public String server() {
    return server;
  }

  /**
   * Reads one path.
   *
   * @param path with a leading slash
   * @param wish what is wanted in the words of {@code kubectl auth can-i}
   * @param where its namespace; empty for the whole cluster
   * @return empty when there is none
   */
  public Optional<JsonNode> read(String path, String wish, String where) {
    return text(path, wish, where).map(Json::parse);
  }

  /** The same for what is no JSON, such as a log. */
  Optional<String> text(String path, String wish, String where) {
    try {
      return Optional.ofNullable(client.raw(path, "GET", null));
    } catch (KubernetesClientException e) {
      if (e.getCode() == 404) {
        return Optional.empty();
      }
      throw ClusterErrors.of(e, server, wish, where);
    }
  }

  KubernetesClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    httpClients.end();
  }
}
