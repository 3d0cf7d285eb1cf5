package io.ecommerceplatform.localplane.plane;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The nodes of the plane, labelled as EKS labels them and spread over the zones. */
record NodeManifests(PlaneOptions options) {

  String yaml() {
    return IntStream.range(0, options.nodes())
        .mapToObj(this::node)
        .collect(Collectors.joining("---\n"));
  }

  private String node(int index) {
    var zone = options.zones().get(index % options.zones().size());
    return """
    apiVersion: v1
    kind: Node
    metadata:
      name: node-%1$d
      annotations:
        kwok.x-k8s.io/node: fake
        node.alpha.kubernetes.io/ttl: "0"
      labels:
        kubernetes.io/hostname: node-%1$d
        kubernetes.io/os: linux
        kubernetes.io/arch: amd64
        node.kubernetes.io/instance-type: m7i.8xlarge
        topology.kubernetes.io/region: %2$s
        topology.kubernetes.io/zone: %3$s
        node-role.kubernetes.io/worker: ""
    spec:
      providerID: aws:///%3$s/i-%1$017d
      podCIDR: 10.244.%1$d.0/24
      podCIDRs: [10.244.%1$d.0/24]
    status:
      allocatable: {cpu: "32", memory: 128Gi, pods: "234", ephemeral-storage: 100Gi}
      capacity: {cpu: "32", memory: 128Gi, pods: "234", ephemeral-storage: 100Gi}
    """
        .formatted(index, options.region(), zone);
  }
}
