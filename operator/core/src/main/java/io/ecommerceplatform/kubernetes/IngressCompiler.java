package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Entrance;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRuleBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compiles the one Ingress of a platform; which colour takes traffic stands in its actions. */
final class IngressCompiler implements ComponentCompiler {
  private static final Comparator<ResolvedService> LONGEST_PATH_FIRST =
      Comparator.comparing((ResolvedService s) -> -path(s).length())
          .thenComparing(IngressCompiler::path)
          .thenComparing(ResolvedService::name);

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    platform.entrance().ifPresent(entrance -> ingress(platform, entrance, context, desired));
  }

  private static void ingress(
      Platform platform, Entrance entrance, CompileContext context, DesiredBuilder desired) {
    List<ResolvedService> exposed =
        platform.services().stream()
            .filter(s -> s.expose().isPresent())
            .sorted(LONGEST_PATH_FIRST)
            .toList();
    Map<String, String> annotations = new TreeMap<>(entrance.annotations());
    for (ResolvedService service : exposed) {
      Color stable = new ServiceNames(platform, service).stableColor(context);
      ForwardAction action = new ForwardAction(service, stable);
      annotations.put(action.annotation(), action.json());
    }
    ObjectMetadata metadata =
        new ObjectMetadata(platform, platform.name(), platform.name(), "entrance");
    Ingress ingress =
        new IngressBuilder()
            .withMetadata(metadata.owned(platform.name()))
            .editMetadata()
            .withAnnotations(annotations)
            .endMetadata()
            .withNewSpec()
            .withIngressClassName(entrance.className())
            .withRules(entrance.hosts().stream().map(host -> rule(host, exposed)).toList())
            .endSpec()
            .build();
    if (entrance.obstacle().isEmpty()) {
      desired.add(ingress);
    } else {
      desired.hold(ingress, entrance.obstacle());
    }
  }

  private static IngressRule rule(String host, List<ResolvedService> exposed) {
    return new IngressRuleBuilder()
        .withHost(host.isEmpty() ? null : host)
        .withNewHttp()
        .withPaths(exposed.stream().map(IngressCompiler::route).toList())
        .endHttp()
        .build();
  }

  private static HTTPIngressPath route(ResolvedService service) {
    return new HTTPIngressPathBuilder()
        .withPath(path(service))
        .withPathType("Prefix")
        .withNewBackend()
        .withNewService()
        .withName(ForwardAction.name(service))
        .withNewPort()
        .withName("use-annotation")
        .endPort()
        .endService()
        .endBackend()
        .build();
  }

  private static String path(ResolvedService service) {
    return service.expose().orElseThrow().path();
  }
}
