package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.localplane.junit.AuditLog.Request;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One verb on one resource that the shipped roles grant: rules cut as small as a request is.
 *
 * @param namespace where it holds; empty for everywhere
 * @param group API group; empty for the core one
 * @param resource plural name, with the subresource behind a slash
 * @param name the only object it holds for; empty for all
 * @param verb the verb
 */
record Grant(String namespace, String group, String resource, String name, String verb) {
  private static final Path BASE =
      Path.of(System.getProperty("repository.root"), "deploy/kustomize/base");
  private static final int CREATED = 201;

  /** Everything that the cluster roles and the role of the base grant. */
  static List<Grant> shipped() throws IOException {
    List<Grant> grants = new ArrayList<>();
    for (String file : List.of("cluster-role.yaml", "cluster-reader.yaml")) {
      read(file, ClusterRole.class).getRules().forEach(rule -> grants.addAll(cut(rule, "")));
    }
    Role own = read("role.yaml", Role.class);
    own.getRules().forEach(rule -> grants.addAll(cut(rule, own.getMetadata().getNamespace())));
    return grants;
  }

  private static <T> T read(String file, Class<T> type) throws IOException {
    return Serialization.unmarshal(Files.readString(BASE.resolve(file)), type);
  }

  /**
   * The verbs that a request needed: an apply that makes the object is checked as a creation too.
   */
  static List<Grant> neededBy(Request request) {
    String resource =
        request.subresource().isEmpty()
            ? request.resource()
            : request.resource() + "/" + request.subresource();
    Grant asked =
        new Grant(request.namespace(), request.group(), resource, request.name(), request.verb());
    return request.verb().equals("patch") && request.code() == CREATED
        ? List.of(asked, asked.withVerb("create"))
        : List.of(asked);
  }

  boolean allows(Grant asked) {
    return (namespace.isEmpty() || namespace.equals(asked.namespace))
        && group.equals(asked.group)
        && resource.equals(asked.resource)
        && (name.isEmpty() || name.equals(asked.name))
        && verb.equals(asked.verb);
  }

  private Grant withVerb(String other) {
    return new Grant(namespace, group, resource, name, other);
  }

  private static List<Grant> cut(PolicyRule rule, String namespace) {
    List<String> names = rule.getResourceNames().isEmpty() ? List.of("") : rule.getResourceNames();
    return rule.getApiGroups().stream()
        .flatMap(
            group -> rule.getResources().stream().map(r -> new Grant(namespace, group, r, "", "")))
        .flatMap(g -> names.stream().map(n -> new Grant(namespace, g.group, g.resource, n, "")))
        .flatMap(g -> rule.getVerbs().stream().map(g::withVerb))
        .toList();
  }
}
