package io.ecommerceplatform.localplane.plane;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** The loopback ports of one plane, free at the moment of asking. */
record Ports(
    int etcd, int etcdPeer, int apiServer, int controllerManager, int scheduler, int kwok) {

  static Ports free() {
    var ports = distinct(6);
    return new Ports(
        ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
  }

  /** All sockets are open at the same time, so no port can be handed out twice. */
  static List<Integer> distinct(int count) {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new PlaneException("no free port on 127.0.0.1: " + e.getMessage(), e);
    } finally {
      sockets.forEach(Ports::close);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new PlaneException("a probe socket cannot be closed: " + e.getMessage(), e);
    }
  }
}
