package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.toolchain.Toolchain;
import java.util.ArrayList;
import java.util.List;

/** The command line of each component; everything listens on 127.0.0.1 only. */
record Components(PlaneHome home, Toolchain tools, Ports ports, PlaneOptions options) {

  Component etcd() {
    var client = "http://127.0.0.1:" + ports.etcd();
    var peer = "http://127.0.0.1:" + ports.etcdPeer();
    return component(
        "etcd",
        "--name=n0",
        "--data-dir=" + home.data("etcd"),
        "--unsafe-no-fsync",
        "--log-level=warn",
        "--listen-client-urls=" + client,
        "--advertise-client-urls=" + client,
        "--listen-peer-urls=" + peer,
        "--initial-advertise-peer-urls=" + peer,
        "--initial-cluster=n0=" + peer);
  }

  Component apiServer() {
    var flags = new ArrayList<>(apiServerFlags());
    if (options.audit()) {
      flags.add("--audit-policy-file=" + home.data("audit-policy.yaml"));
      flags.add("--audit-log-path=" + home.log("audit.jsonl"));
      // by default it is moved away after 100 MB, in the middle of a test that reads it
      flags.add("--audit-log-maxsize=100000");
    }
    return component("kube-apiserver", flags.toArray(String[]::new));
  }

  private List<String> apiServerFlags() {
    return List.of(
        "--etcd-servers=http://127.0.0.1:" + ports.etcd(),
        "--bind-address=127.0.0.1",
        "--secure-port=" + ports.apiServer(),
        // Any address that is not loopback, never dialled: avoids the look-up of a default route.
        "--advertise-address=192.0.2.1",
        "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=10.96.0.0/16",
        "--allow-privileged=true",
        "--authorization-mode=Node,RBAC",
        "--enable-priority-and-fairness=false",
        "--profiling=false",
        "--tls-cert-file=" + home.pki("apiserver.crt"),
        "--tls-private-key-file=" + home.pki("apiserver.key"),
        "--client-ca-file=" + home.pki("ca.crt"),
        "--service-account-key-file=" + home.pki("sa.pub"),
        "--service-account-signing-key-file=" + home.pki("sa.key"),
        "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
        "--requestheader-client-ca-file=" + home.pki("ca.crt"),
        "--requestheader-allowed-names=front-proxy",
        "--requestheader-username-headers=X-Remote-User",
        "--requestheader-group-headers=X-Remote-Group",
        "--requestheader-extra-headers-prefix=X-Remote-Extra-",
        "--proxy-client-cert-file=" + home.pki("proxy.crt"),
        "--proxy-client-key-file=" + home.pki("proxy.key"),
        "--enable-aggregator-routing=false");
  }

  Component controllerManager() {
    return component(
        "kube-controller-manager",
        "--kubeconfig=" + home.kubeconfig(),
        "--authentication-kubeconfig=" + home.kubeconfig(),
        "--authorization-kubeconfig=" + home.kubeconfig(),
        "--bind-address=127.0.0.1",
        "--secure-port=" + ports.controllerManager(),
        "--leader-elect=false",
        "--profiling=false",
        "--root-ca-file=" + home.pki("ca.crt"),
        "--service-account-private-key-file=" + home.pki("sa.key"),
        "--use-service-account-credentials=true",
        "--cluster-signing-cert-file=" + home.pki("ca.crt"),
        "--cluster-signing-key-file=" + home.pki("ca.key"),
        "--horizontal-pod-autoscaler-sync-period=5s",
        "--horizontal-pod-autoscaler-initial-readiness-delay=5s",
        "--horizontal-pod-autoscaler-cpu-initialization-period=10s",
        "--horizontal-pod-autoscaler-downscale-stabilization=20s",
        "--node-monitor-period=2s",
        // The default of 20 requests per second costs four seconds at start.
        "--kube-api-qps=200",
        "--kube-api-burst=400");
  }

  Component scheduler() {
    return component(
        "kube-scheduler",
        "--kubeconfig=" + home.kubeconfig(),
        "--authentication-kubeconfig=" + home.kubeconfig(),
        "--authorization-kubeconfig=" + home.kubeconfig(),
        "--bind-address=127.0.0.1",
        "--secure-port=" + ports.scheduler(),
        "--leader-elect=false",
        "--profiling=false",
        "--kube-api-qps=200",
        "--kube-api-burst=400");
  }

  Component kwok() {
    return component(
        "kwok",
        "--kubeconfig=" + home.kubeconfig(),
        "--enable-crds=Stage",
        "--manage-all-nodes=true",
        "--cidr=10.244.0.1/24",
        "--node-ip=127.0.0.1",
        "--node-port=" + ports.kwok(),
        "--node-lease-duration-seconds=40",
        "--server-address=127.0.0.1:" + ports.kwok(),
        "--tls-cert-file=" + home.pki("apiserver.crt"),
        "--tls-private-key-file=" + home.pki("apiserver.key"));
  }

  private Component component(String name, String... flags) {
    var command = new ArrayList<String>();
    command.add(tools.binary(name).toString());
    command.addAll(List.of(flags));
    return new Component(name, command);
  }
}
