package io.ecommerceplatform.localplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

/** Ingresses and Services get the host name of a load balancer, unless a test forbids it. */
@LocalPlane
class LoadBalancersApiTest {

  @Test
  void ingressOfTheAlbClassGetsAHostName(KubernetesClient client, TestNamespace namespace) {
    var cluster = new Cluster(client, namespace);
    cluster.create(ingress("shop", "alb", "a: b"));
    cluster.create(ingress("other", "nginx", "a: b"));
    cluster.create(ingress("never", "alb", "localplane.ecommerceplatform.io/lb: never"));
    cluster.create(ingress("grouped", "alb", "alb.ingress.kubernetes.io/group.name: edge"));

    var ingresses = client.network().v1().ingresses().inNamespace(namespace.name());
    var grouped =
        cluster.await(
            ingresses.withName("grouped"),
            it -> !it.getStatus().getLoadBalancer().getIngress().isEmpty());
    var shop =
        cluster.await(
            ingresses.withName("shop"),
            it -> !it.getStatus().getLoadBalancer().getIngress().isEmpty());

    assertThat(shop.getStatus().getLoadBalancer().getIngress().getFirst().getHostname())
        .isEqualTo("k8s-%s-shop.elb.localplane.internal", namespace.name());
    assertThat(grouped.getStatus().getLoadBalancer().getIngress().getFirst().getHostname())
        .isEqualTo("k8s-edge.elb.localplane.internal");
    assertThat(ingresses.withName("never").get().getStatus().getLoadBalancer().getIngress())
        .isEmpty();
    assertThat(ingresses.withName("other").get().getStatus().getLoadBalancer().getIngress())
        .isEmpty();
  }

  @Test
  void serviceOfTypeLoadBalancerGetsAHostName(KubernetesClient client, TestNamespace namespace) {
    var cluster = new Cluster(client, namespace);
    cluster.create(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: edge}
        spec: {type: LoadBalancer, selector: {app: edge}, ports: [{port: 80}]}
        """);

    var service =
        cluster.await(
            client.services().inNamespace(namespace.name()).withName("edge"),
            it -> !it.getStatus().getLoadBalancer().getIngress().isEmpty());

    assertThat(service.getStatus().getLoadBalancer().getIngress().getFirst().getHostname())
        .endsWith("-edge.nlb.localplane.internal");
  }

  private static String ingress(String name, String className, String annotation) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: {name: %s, annotations: {%s}}
    spec:
      ingressClassName: %s
      rules:
      - host: shop.example.com
        http:
          paths:
          - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
    """
        .formatted(name, annotation, className);
  }
}
