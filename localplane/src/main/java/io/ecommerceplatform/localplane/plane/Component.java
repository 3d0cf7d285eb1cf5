package io.ecommerceplatform.localplane.plane;

import java.util.List;

/** One process of the plane. */
record Component(String name, List<String> command) {
  /** In the order of stopping: clients before the servers they talk to. */
  static final List<String> STOP_ORDER =
      List.of(
          Emulator.NAME,
          "kwok",
          "kube-scheduler",
          "kube-controller-manager",
          "kube-apiserver",
          "etcd");

  Component {
    command = List.copyOf(command);
  }
}
