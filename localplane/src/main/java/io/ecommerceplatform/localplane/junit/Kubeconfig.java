package io.ecommerceplatform.localplane.junit;

import io.ecommerceplatform.localplane.plane.KubeconfigText;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A kubeconfig file of the plane under test.
 *
 * @param path the file
 * @param folder where kubeconfigs of ServiceAccounts are written; removed when the JVM ends
 */
public record Kubeconfig(Path path, Path folder) {
  private static final long TOKEN_SECONDS = 24 * 3600L;

  /** A new client; the caller closes it. */
  public KubernetesClient client() {
    // Named, because the class path of the operator's tests has several HTTP clients.
    return new KubernetesClientBuilder()
        .withHttpClientFactory(new JdkHttpClientFactory())
        .withConfig(config())
        .build();
  }

  public Config config() {
    return Config.fromKubeconfig(path.toFile());
  }

  /**
   * A kubeconfig with a token of an existing ServiceAccount, valid for a day: the operator under
   * test runs as its own account and is refused what its role does not grant.
   */
  public Kubeconfig forServiceAccount(String namespace, String name) {
    var request =
        new TokenRequestBuilder()
            .withNewSpec()
            .withExpirationSeconds(TOKEN_SECONDS)
            .endSpec()
            .build();
    try (var admin = client()) {
      var account = admin.serviceAccounts().inNamespace(namespace).withName(name);
      var token = account.tokenRequest(request).getStatus().getToken();
      var server = admin.getMasterUrl().toString();
      Files.createDirectories(folder);
      var file = folder.resolve(namespace + "-" + name + ".kubeconfig");
      var text = KubeconfigText.withToken(server, authority(admin.getConfiguration()), token);
      Files.writeString(file, text);
      return new Kubeconfig(file, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String authority(Config config) throws IOException {
    if (config.getCaCertData() != null) {
      return config.getCaCertData();
    }
    return Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(config.getCaCertFile())));
  }
}
