package io.ecommerceplatform.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Rules of Prometheus that belong together; described at the head of rules.yaml. */
public record RuleGroup(String name, MonitoringCondition when, List<Rule> rules) {
  public RuleGroup {
    when = when == null ? MonitoringCondition.ALWAYS : when;
    rules = List.copyOf(rules);
  }

  /**
   * What is computed, or when an alarm is raised; the fields of the other one are null.
   *
   * @param duration how long the expression must hold; null for at once
   * @param action what a person does first
   * @param strimziAction the same where Strimzi runs Kafka; null when nothing is different there
   * @param covers ids of docs/coverage.yaml
   */
  public record Rule(
      String record,
      String alert,
      String expr,
      @JsonProperty("for") String duration,
      String severity,
      String summary,
      String action,
      String strimziAction,
      List<String> covers) {
    public Rule {
      covers = covers == null ? List.of() : List.copyOf(covers);
    }
  }
}
