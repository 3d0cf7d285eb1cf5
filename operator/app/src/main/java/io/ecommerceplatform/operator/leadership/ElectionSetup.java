package io.ecommerceplatform.operator.leadership;

import io.ecommerceplatform.operator.config.OperatorConfig;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Gives the SDK its election, or none when the configuration turns it off. */
final class ElectionSetup {

  @SuppressWarnings("deprecation") // the builder offers exitOnStopLeading to tests only
  @Produces
  @Dependent
  @Unremovable
  LeaderElectionConfiguration election(
      OperatorConfig config, Identity identity, Leadership leadership) {
    OperatorConfig.LeaderElection election = config.leaderElection();
    if (!election.enabled()) {
      return null;
    }
    boolean exitOnStopLeading = false; // the callback ends the process, but not while it stops
    return new LeaderElectionConfiguration(
        Leadership.LEASE,
        config.operatorNamespace(),
        election.leaseDuration(),
        election.renewDeadline(),
        election.retryPeriod(),
        identity.name(),
        leadership.callbacks(),
        exitOnStopLeading);
  }
}
