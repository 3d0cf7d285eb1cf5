package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.FreePorts;

/** The loopback ports of one plane. */
record Ports(
    int etcd, int etcdPeer, int apiServer, int controllerManager, int scheduler, int kwok) {

  static Ports free() {
    return new Ports(
        FreePorts.claim(),
        FreePorts.claim(),
        FreePorts.claim(),
        FreePorts.claim(),
        FreePorts.claim(),
        FreePorts.claim());
  }
}
