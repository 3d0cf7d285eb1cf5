package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.status.PlanStatus;
import io.ecommerceplatform.api.v1alpha1.status.SummaryStatus;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Severity;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Composes the status of a platform from everything that one pass knows. */
public final class StatusComposer {
  private StatusComposer() {}

  /** The status to write; equal to the previous one when nothing changed. */
  public static PlatformStatus compose(StatusInput input) {
    AwsItems aws = new AwsItems(input);
    Costs costs = new Costs(input);
    Map<String, Health> services = Parts.services(input);
    Map<String, Health> stores = Parts.stores(input);
    List<Finding> findings = Findings.of(input, services, stores);
    Severity worst = worst(findings);
    Phase phase = phase(input, worst);
    return asStored(
        new PlatformStatus(
            input.generation(),
            phase,
            Summary.message(input, services, stores, findings),
            new SummaryStatus(
                Summary.ratio(services),
                aws.ratio(),
                Summary.rollout(input.intent()),
                null,
                costs.summary()),
            ConditionList.of(input, phase, findings, Summary.parts(input, services, stores), costs),
            Urls.of(input),
            Parts.serviceStatuses(input, services),
            Parts.dataStatuses(input, stores),
            aws.rows(),
            Intents.write(input.intent(), images(input), Parts.records(input)),
            AppliedRecord.others(input),
            null,
            null,
            plan(input),
            costs.status(),
            input.previous() == null ? null : input.previous().commands(),
            null));
  }

  // the API server gives an empty list back as an absent one, which must not look like a change
  private static PlatformStatus asStored(PlatformStatus status) {
    return Json.typed(Json.tree(status), PlatformStatus.class);
  }

  static final PlatformStatus EMPTY =
      new PlatformStatus(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null);

  /** Images by service, as the status of rollouts names them. */
  private static Map<String, String> images(StatusInput input) {
    return input.platform().services().stream()
        .collect(Collectors.toMap(ResolvedService::name, ResolvedService::image));
  }

  /** True when the plan holds something that is not done without a person's approval. */
  static boolean awaitsApproval(StatusInput input) {
    return input.platform().mode() == Mode.Apply && input.allowed().writes() < input.due().writes();
  }

  /** True when there is a plan that somebody should read. */
  static boolean showsPlan(StatusInput input) {
    return input.platform().mode() == Mode.Plan || awaitsApproval(input) || !input.kept().isEmpty();
  }

  private static Severity worst(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.reason().severity())
        .max(Comparator.naturalOrder())
        .orElse(Severity.FINE);
  }

  private static Phase phase(StatusInput input, Severity worst) {
    if (input.deleting()) {
      return Phase.Deleting;
    }
    boolean untouched =
        input.platform().mode() != Mode.Apply && input.intent().rollouts().isEmpty();
    if (untouched) {
      return Phase.Pending;
    }
    return switch (worst) {
      case FINE -> Phase.Ready;
      case PROGRESSING -> Phase.Progressing;
      case DEGRADED -> Phase.Degraded;
      case BLOCKED -> Phase.Blocked;
    };
  }

  private static PlanStatus plan(StatusInput input) {
    if (!showsPlan(input) || input.plan().actions().isEmpty()) {
      return null;
    }
    boolean approvalNeeded = awaitsApproval(input) || !input.kept().isEmpty();
    return new PlanStatus(input.plan().hash(), input.plan().summary(), approvalNeeded, null);
  }
}
