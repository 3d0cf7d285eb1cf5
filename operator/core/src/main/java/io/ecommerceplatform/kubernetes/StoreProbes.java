package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreEngine.StoreProbe;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;

/** Probes of stores: patient, because a restart in the middle of a recovery starts it again. */
final class StoreProbes {
  private StoreProbes() {}

  /** Ten minutes for the first start and for the recovery after a crash. */
  static Probe startup(StoreProbe probe) {
    return on(probe).withFailureThreshold(60).withTimeoutSeconds(5).build();
  }

  /** A minute of silence before a restart. */
  static Probe liveness(StoreProbe probe) {
    return on(probe).withFailureThreshold(6).withTimeoutSeconds(5).build();
  }

  /** A command line client may take seconds on a busy node. */
  static Probe readiness(StoreProbe probe) {
    return on(probe).withTimeoutSeconds(10).build();
  }

  private static ProbeBuilder on(StoreProbe probe) {
    ProbeBuilder builder = new ProbeBuilder();
    return probe.tcp() != null
        ? builder.withNewTcpSocket().withNewPort(probe.tcp()).endTcpSocket()
        : builder.withNewExec().withCommand(probe.exec()).endExec();
  }
}
