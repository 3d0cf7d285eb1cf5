package io.ecommerceplatform.operator.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says at the start which setting is wrong and what to type instead. */
public final class ConfigCheck {
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern REGISTRY = Pattern.compile("[a-z0-9][a-z0-9.:/_-]*[a-z0-9]");

  private static final Pattern ROLE_ARN =
      Pattern.compile("own|arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]+");

  private static final Pattern PROVIDER_ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider/[\\w.:/-]+");

  private static final Pattern POLICY_ARN =
      Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[\\w+=,.@/-]+");

  private final List<String> errors = new ArrayList<>();

  private ConfigCheck() {}

  /** One line per wrong setting; empty when all are right. */
  public static List<String> errors(OperatorConfig config) {
    ConfigCheck check = new ConfigCheck();
    check.label("ecp.installation", config.installation());
    check.label("ecp.operator-namespace", config.operatorNamespace());
    check.label("ecp.velero-namespace", config.veleroNamespace());
    config.namespaces().ifPresent(all -> all.forEach(n -> check.label("ecp.namespaces", n)));
    check.matches(
        "ecp.image-registry", config.imageRegistry(), REGISTRY, "a host and path without a scheme");
    check.range("ecp.apply-parallelism", config.applyParallelism(), 1, 256);
    check.atLeast("ecp.resync", config.resync(), Duration.ofSeconds(10));
    check.atLeast("ecp.watch-timeout", config.watchTimeout(), Duration.ofSeconds(2));
    check.leaderElection(config.leaderElection());
    config.aws().identities().forEach(check::identity);
    return check.errors;
  }

  private void identity(String name, OperatorConfig.Aws.Identity identity) {
    String setting = "ecp.aws.identities." + name;
    label(setting, name);
    matches(setting + ".role-arn", identity.roleArn(), ROLE_ARN, "the ARN of an IAM role, or: own");
    identity.namespaces().ifPresent(all -> all.forEach(n -> label(setting + ".namespaces", n)));
    identity
        .oidcProviderArn()
        .ifPresent(
            arn ->
                matches(
                    setting + ".oidc-provider-arn",
                    arn,
                    PROVIDER_ARN,
                    "the ARN of an OIDC provider of IAM"));
    identity
        .permissionsBoundary()
        .ifPresent(
            arn ->
                matches(
                    setting + ".permissions-boundary",
                    arn,
                    POLICY_ARN,
                    "the ARN of an IAM policy"));
  }

  private void leaderElection(OperatorConfig.LeaderElection election) {
    atLeast("ecp.leader-election.retry-period", election.retryPeriod(), Duration.ofMillis(100));
    if (election.renewDeadline().compareTo(election.retryPeriod()) <= 0) {
      errors.add("ecp.leader-election.renew-deadline: must be longer than retry-period");
    }
    if (election.leaseDuration().compareTo(election.renewDeadline()) <= 0) {
      errors.add("ecp.leader-election.lease-duration: must be longer than renew-deadline");
    }
  }

  private void label(String setting, String value) {
    matches(setting, value, DNS_LABEL, "lower case letters, digits and hyphens, 63 at most");
  }

  private void matches(String setting, String value, Pattern pattern, String wanted) {
    if (!pattern.matcher(value).matches()) {
      errors.add("%s: \"%s\" must be %s".formatted(setting, value, wanted));
    }
  }

  private void range(String setting, int value, int min, int max) {
    if (value < min || value > max) {
      errors.add("%s: %d must be between %d and %d".formatted(setting, value, min, max));
    }
  }

  private void atLeast(String setting, Duration value, Duration min) {
    if (value.compareTo(min) < 0) {
      errors.add("%s: %s must be at least %s".formatted(setting, value, min));
    }
  }
}
