package io.ecommerceplatform.operator.leadership;

import io.ecommerceplatform.operator.Identity;
import io.ecommerceplatform.operator.config.OperatorConfig;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Gives the SDK its election, or none when the configuration turns it off. */
final class ElectionSetup {

  @Produces
  @Dependent
  @Unremovable
  LeaderElectionConfiguration election(
      OperatorConfig config, Identity identity, Leadership leadership) {
    OperatorConfig.LeaderElection election = config.leaderElection();
    if (!election.enabled()) {
      return null;
    }
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(Leadership.LEASE)
        .withLeaseNamespace(config.operatorNamespace())
        .withIdentity(identity.name())
        .withLeaseDuration(election.leaseDuration())
        .withRenewDeadline(election.renewDeadline())
        .withRetryPeriod(election.retryPeriod())
        .withLeaderCallbacks(leadership.callbacks())
        .withExitOnStopLeading(false) // the callback ends the process, but not while it stops
        .build();
  }
}
