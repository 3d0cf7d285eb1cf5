package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.model.ToolPod;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers everything that is to be said about a platform into one list of findings. */
final class Findings {
  private final StatusInput input;
  private final List<Finding> all = new ArrayList<>();

  private Findings(StatusInput input) {
    this.input = input;
  }

  static List<Finding> of(
      StatusInput input, Map<String, Health> services, Map<String, Health> stores) {
    Findings findings = new Findings(input);
    findings.all.addAll(input.further());
    findings.all.addAll(input.platform().findings());
    findings.refusals();
    findings.upgrades();
    findings.workloads(services, stores);
    findings.tools();
    findings.all.addAll(new EdgeFindings(input).findings());
    findings.all.addAll(new VeleroFindings(input).findings());
    new AwsItems(input).findings().forEach(findings.all::add);
    return List.copyOf(findings.all);
  }

  private void refusals() {
    for (Action action : input.plan().of(Operation.CONFLICT)) {
      String text = action.ref().isAws() ? action.ref().id() + ": " : "";
      all.add(new Finding(part(action.ref().kind()), Reason.Conflict, "", text + action.reason()));
    }
    for (ConditionType part : waiting()) {
      all.add(
          new Finding(
              part,
              Reason.ApprovalNeeded,
              "",
              "the plan (%s) waits for approval; read it with kubectl ecp plan %s -n %s, approve it with: %s"
                  .formatted(
                      input.plan().summary(),
                      input.platform().name(),
                      input.platform().namespace(),
                      approve())));
    }
    for (Outcome.Failure failure : input.outcome().failures()) {
      if (failure.ref().isAws()) {
        continue; // its row says so
      }
      all.add(
          new Finding(
              part(failure.ref().kind()),
              Reason.ApplyFailed,
              "",
              "%s %s: %s".formatted(failure.operation(), failure.ref().id(), failure.message())));
    }
  }

  /** The parts of the platform whose actions nobody let through. */
  private Set<ConditionType> waiting() {
    if (!StatusComposer.awaitsApproval(input)) {
      return Set.of();
    }
    List<Action> allowed = input.allowed().actions();
    return input.due().actions().stream()
        .filter(action -> action.operation().writes() && !allowed.contains(action))
        .map(action -> part(action.ref().kind()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void upgrades() {
    input.kept().stream()
        .collect(
            Collectors.groupingBy(
                this::part,
                TreeMap::new,
                Collectors.mapping(ObjectRef::id, Collectors.joining(", "))))
        .forEach(this::upgrade);
  }

  /** The tools are Deployments too, and nobody's shop waits for them. */
  private ConditionType part(ObjectRef ref) {
    boolean isTool =
        ref.kind().equals("Deployment")
            && input.platform().observability().tools().stream()
                .anyMatch(pod -> pod.tool().name().equals(ref.name()));
    return isTool ? ConditionType.ObservabilityReady : part(ref.kind());
  }

  private void upgrade(ConditionType part, String kept) {
    String text =
        "this release of the operator makes other pods of %s; they keep theirs until spec.version"
            + " or a setting of theirs changes; to see what differs, type: kubectl ecp plan %s -n"
            + " %s; to have it now, type: %s";
    all.add(
        new Finding(
            part,
            Reason.UpgradePending,
            "",
            text.formatted(
                kept, input.platform().name(), input.platform().namespace(), approve())));
  }

  private String approve() {
    return "kubectl annotate ecp %s -n %s --overwrite ecommerceplatform.io/approve-plan=%s"
        .formatted(input.platform().name(), input.platform().namespace(), input.plan().hash());
  }

  private void workloads(Map<String, Health> services, Map<String, Health> stores) {
    for (ResolvedService service : input.platform().services()) {
      Health health = services.get(service.name());
      add(ConditionType.WorkloadsReady, "spec.services[%s]".formatted(service.name()), health);
    }
    Parts.jobs(input)
        .forEach(
            (job, health) ->
                add(ConditionType.WorkloadsReady, "spec.jobs[%s]".formatted(job), health));
    for (Store store : input.platform().stores()) {
      add(ConditionType.DataReady, store.path(), stores.get(store.name()));
      if (store.dumps().isPresent()) {
        add(ConditionType.Protected, store.path(), new JobHealth(input).ofBackup(store));
      }
    }
  }

  private void tools() {
    WorkloadHealth workloads = WorkloadHealth.of(input);
    for (ToolPod pod : input.platform().observability().tools()) {
      String name = pod.tool().name();
      Health health = workloads.of("Deployment", name);
      add(ConditionType.ObservabilityReady, "Deployment/" + name, health);
    }
  }

  private void add(ConditionType part, String path, Health health) {
    if (!health.isFine()) {
      all.add(new Finding(part, health.reason(), path, health.message()));
    }
  }

  static ConditionType part(String kind) {
    if (kind.indexOf('.') >= 0) {
      return ConditionType.AwsReady; // types are named as service.Type, kinds have no dot
    }
    return switch (kind) {
      case "Ingress", "Certificate" -> ConditionType.EdgeReady;
      case "StatefulSet",
          "Secret",
          "Job",
          "PersistentVolumeClaim",
          "Kafka",
          "KafkaNodePool",
          "KafkaTopic",
          "KafkaUser" ->
          ConditionType.DataReady;
      case "ServiceMonitor", "PodMonitor", "PrometheusRule", "AlertmanagerConfig" ->
          ConditionType.ObservabilityReady;
      case "Schedule" -> ConditionType.Protected;
      default -> ConditionType.WorkloadsReady;
    };
  }
}
