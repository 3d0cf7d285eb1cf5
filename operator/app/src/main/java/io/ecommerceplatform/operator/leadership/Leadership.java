package io.ecommerceplatform.operator.leadership;

import io.ecommerceplatform.operator.config.OperatorConfig;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Knows who leads, ends the process when the lead is lost, and hands the Lease back at the end. */
@Singleton
public final class Leadership {
  /** Name of the Lease in the operator's namespace. */
  public static final String LEASE = "ecommerce-platform-operator";

  private static final Logger LOG = Logger.getLogger(Leadership.class);
  private static final int FIRST = 1;
  private static final int LAST = 10_000;

  private final KubernetesClient client;
  private final OperatorConfig config;
  private final String self;
  private volatile String leader = "";
  private volatile boolean stopping;

  Leadership(KubernetesClient client, OperatorConfig config, Identity identity) {
    this.client = client;
    this.config = config;
    this.self = identity.name();
  }

  /** True when the election has a result, whoever won, or when there is no election. */
  public boolean isKnown() {
    return !config.leaderElection().enabled() || !leader.isEmpty();
  }

  public boolean isLeader() {
    return !config.leaderElection().enabled() || leader.equals(self);
  }

  /** Identity of the leader; empty while nobody is known. */
  public String leader() {
    return leader;
  }

  LeaderCallbacks callbacks() {
    return new LeaderCallbacks(() -> LOG.info("leading"), this::lost, this::elected);
  }

  private void elected(String identity) {
    leader = identity;
  }

  // at once and without clean-up: another operator works already
  private void lost() {
    if (!stopping) {
      LOG.error("the Lease is lost; ending, so that two operators never work side by side");
      Runtime.getRuntime().halt(1);
    }
  }

  void beforeStop(@Observes @Priority(FIRST) ShutdownEvent event) {
    stopping = true;
  }

  void afterStop(@Observes @Priority(LAST) ShutdownEvent event) {
    if (!config.leaderElection().enabled()) {
      return;
    }
    try {
      release();
    } catch (KubernetesClientException e) {
      LOG.warnf("the Lease was not handed back, it runs out by itself: %s", e.getMessage());
    }
  }

  private void release() {
    var lease = client.leases().inNamespace(config.operatorNamespace()).withName(LEASE);
    var held = lease.get();
    if (held != null && self.equals(held.getSpec().getHolderIdentity())) {
      held.getSpec().setHolderIdentity("");
      held.getSpec().setLeaseDurationSeconds(1);
      client.resource(held).update();
      LOG.info("handed the Lease back");
    }
  }
}
