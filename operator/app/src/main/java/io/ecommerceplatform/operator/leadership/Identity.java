package io.ecommerceplatform.operator.leadership;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who this process is among the operators of one installation.
 *
 * @param name host and process, unique enough for a Lease and for the reporter of an event
 */
public record Identity(String name) {
  public static Identity ofThisProcess() {
    return new Identity(host() + "-" + ProcessHandle.current().pid());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "operator"; // a host without a name resolves nothing, and the process tells it apart
    }
  }
}
