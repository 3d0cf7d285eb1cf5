package io.ecommerceplatform.operator.config;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every setting of the operator; defaults stand in {@code application.properties}. */
@ConfigMapping(prefix = "ecp")
public interface OperatorConfig {
  /** Name that tells the objects of two operators in one cluster apart; a label value. */
  String installation();

  /** Namespaces whose platforms are served; absent means all. */
  Optional<Set<String>> namespaces();

  /** Namespace of the operator's own Lease and Secret. */
  String operatorNamespace();

  /** Registry and path in front of the names of the bundled images. */
  String imageRegistry();

  /** What stands before a component's name in that registry. */
  Optional<String> imagePrefix();

  /** Release of the bundled services when a resource names none. */
  String release();

  /** IngressClass of the load balancer controller. */
  String ingressClass();

  /** Namespace of Velero, where its schedules have to be. */
  String veleroNamespace();

  /** Most requests that one pass has under way at once. */
  int applyParallelism();

  /** Longest time between two passes of a platform for which nothing happens. */
  Duration resync();

  /** How long one watch lasts; a connection that is silent for half as long again is dead. */
  Duration watchTimeout();

  LeaderElection leaderElection();

  Aws aws();

  /** Rights in AWS. */
  interface Aws {
    /** By the name that resources use for them. */
    Map<String, Identity> identities();

    /** One name for rights. */
    interface Identity {
      /** ARN of a role to assume, or {@code own} for the operator's own rights. */
      String roleArn();

      Optional<String> externalId();

      /** Namespaces whose platforms may use it; absent means all. */
      Optional<Set<String>> namespaces();

      /** Regions in which they may; absent means all. */
      Optional<Set<String>> regions();

      /** Provider of IAM that knows this cluster's ServiceAccounts; absent means no roles. */
      Optional<String> oidcProviderArn();

      /** ARN of a policy that no role of a service goes beyond. */
      Optional<String> permissionsBoundary();
    }
  }

  /** One of several operators works, the others stand by. */
  interface LeaderElection {
    boolean enabled();

    Duration leaseDuration();

    Duration renewDeadline();

    Duration retryPeriod();
  }
}
