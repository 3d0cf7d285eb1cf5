package io.ecommerceplatform.cli.preflight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All checks, in the order in which a person would repair what they find. */
public final class Preflight {
  private Preflight() {}

  public static List<Answer> of(Survey survey, Wish wish, Instant now) {
    List<Answer> answers = new ArrayList<>();
    InstallationChecks installation = new InstallationChecks(survey, wish, now);
    answers.add(installation.definition());
    answers.add(installation.operator());
    NamespaceChecks namespace = new NamespaceChecks(survey, wish);
    answers.addAll(namespace.answers());
    ClusterChecks cluster = new ClusterChecks(survey, wish);
    answers.addAll(cluster.answers());
    answers.addAll(OptionalParts.check(survey, wish));
    answers.addAll(new QuotaChecks(survey, wish).answers());
    return answers;
  }
}
