package io.ecommerceplatform.operator.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything in a namespace that somebody reads who may not read Secrets: all objects of all kinds
 * that the API server has, and of Secrets what is beside their values.
 */
record OpenText(KubernetesClient admin, String namespace) {

  String read() {
    return paths().map(this::read).collect(Collectors.joining("\n"));
  }

  private Stream<String> paths() {
    List<String> paths = new ArrayList<>(paths("/api/v1", admin.getApiResources("v1")));
    for (APIGroup group : admin.getApiGroups().getGroups()) {
      String version = group.getPreferredVersion().getGroupVersion();
      paths.addAll(paths("/apis/" + version, admin.getApiResources(version)));
    }
    return paths.stream();
  }

  /** An aggregated API that does not answer has nothing of ours. */
  private List<String> paths(String root, APIResourceList list) {
    return list == null
        ? List.of()
        : list.getResources().stream()
            .filter(APIResource::getNamespaced)
            .filter(resource -> resource.getVerbs().contains("list"))
            .map(resource -> "%s/namespaces/%s/%s".formatted(root, namespace, resource.getName()))
            .toList();
  }

  private String read(String path) {
    String text = Objects.requireNonNullElse(admin.raw(path), "");
    if (!path.endsWith("/secrets")) {
      return text;
    }
    JsonNode secrets = Json.parse(text);
    secrets.path("items").forEach(secret -> ((ObjectNode) secret).remove("data"));
    return secrets.toString();
  }
}
