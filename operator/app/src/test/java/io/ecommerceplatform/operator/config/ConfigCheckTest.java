package io.ecommerceplatform.operator.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.model.PodRoles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigCheckTest {
  private static final Election ELECTION =
      new Election(true, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

  @Test
  void whatIsShippedIsRight() {
    assertThat(ConfigCheck.errors(new Settings("default", 16, ELECTION))).isEmpty();
  }

  @Test
  void eachErrorNamesTheSettingTheValueAndTheRule() {
    assertThat(ConfigCheck.errors(new Settings("My Shop", 0, ELECTION)))
        .containsExactly(
            "ecp.installation: \"My Shop\" must be lower case letters, digits and hyphens, 63 at"
                + " most",
            "ecp.apply-parallelism: 0 must be between 1 and 256");
  }

  @Test
  void aRenewalThatOutlastsTheLeaseIsRefused() {
    Election election =
        new Election(true, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(2));

    assertThat(ConfigCheck.errors(new Settings("default", 16, election)))
        .containsExactly("ecp.leader-election.lease-duration: must be longer than renew-deadline");
  }

  private record Election(
      boolean enabled, Duration leaseDuration, Duration renewDeadline, Duration retryPeriod)
      implements OperatorConfig.LeaderElection {}

  @Test
  void aRoleIsAnArnOrTheOperatorsOwn() {
    Election election =
        new Election(true, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));

    assertThat(ConfigCheck.errors(new Settings("default", 16, election, new Identity("admin"))))
        .containsExactly(
            "ecp.aws.identities.team-a.role-arn: \"admin\" must be the ARN of an IAM role, or: own");
    assertThat(
            ConfigCheck.errors(
                new Settings(
                    "default", 16, election, new Identity("arn:aws:iam::123456789012:role/shop"))))
        .isEmpty();
  }

  @Test
  void rolesOfPodsNeedAProviderAndABoundaryThatAreArns() {
    Election election =
        new Election(true, Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
    String provider =
        "arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/A";

    assertThat(
            ConfigCheck.errors(
                new Settings(
                    "default",
                    16,
                    election,
                    new Identity(
                        "own", Optional.of("https://oidc.example.com"), Optional.of("small")))))
        .containsExactly(
            "ecp.aws.identities.team-a.oidc-provider-arn: \"https://oidc.example.com\" must be the"
                + " ARN of an OIDC provider of IAM",
            "ecp.aws.identities.team-a.permissions-boundary: \"small\" must be the ARN of an IAM"
                + " policy");
    Identity right =
        new Identity(
            "own", Optional.of(provider), Optional.of("arn:aws:iam::123456789012:policy/small"));
    assertThat(ConfigCheck.errors(new Settings("default", 16, election, right))).isEmpty();
    PodRoles roles = Identities.of(() -> Map.of("a", right)).get("a").podRoles().orElseThrow();
    assertThat(roles.issuer()).isEqualTo("oidc.eks.us-east-1.amazonaws.com/id/A");
    assertThat(roles.permissionsBoundary()).contains("arn:aws:iam::123456789012:policy/small");
  }

  private record Identity(
      String roleArn, Optional<String> oidcProviderArn, Optional<String> permissionsBoundary)
      implements OperatorConfig.Aws.Identity {
    Identity(String roleArn) {
      this(roleArn, Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<String> externalId() {
      return Optional.empty();
    }

    @Override
    public Optional<Set<String>> namespaces() {
      return Optional.empty();
    }

    @Override
    public Optional<Set<String>> regions() {
      return Optional.empty();
    }
  }

  private record Settings(
      String installation, int applyParallelism, Election leaderElection, Identity identity)
      implements OperatorConfig {
    Settings(String installation, int applyParallelism, Election leaderElection) {
      this(installation, applyParallelism, leaderElection, new Identity("own"));
    }

    @Override
    public Optional<Set<String>> namespaces() {
      return Optional.of(Set.of("shop"));
    }

    @Override
    public String operatorNamespace() {
      return "ecommerce-platform-system";
    }

    @Override
    public String imageRegistry() {
      return "ghcr.io/ecommerceplatform";
    }

    @Override
    public Optional<String> imagePrefix() {
      return Optional.empty();
    }

    @Override
    public String release() {
      return "1.0.0";
    }

    @Override
    public String ingressClass() {
      return "alb";
    }

    @Override
    public String veleroNamespace() {
      return "velero";
    }

    @Override
    public Aws aws() {
      return () -> Map.of("team-a", identity);
    }

    @Override
    public Duration resync() {
      return Duration.ofMinutes(5);
    }

    @Override
    public Duration watchTimeout() {
      return Duration.ofSeconds(30);
    }
  }
}
