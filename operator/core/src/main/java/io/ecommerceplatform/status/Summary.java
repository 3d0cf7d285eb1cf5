package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.Mode;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.model.NetworkEntrance;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.FieldChange;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.rollout.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The short texts of a status. */
final class Summary {
  private static final int LONGEST = 1_000; // the schema allows 2,048
  private static final int DRIFTS_SHOWN = 10;

  private Summary() {}

  static String message(
      StatusInput input,
      Map<String, Health> services,
      Map<String, Health> stores,
      List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    if (input.platform().mode() == Mode.Paused) {
      text.append("paused: nothing is changed; ");
    }
    text.append(workloads(input, services) + ", " + words(stores, "stores"));
    String aws = aws(input);
    text.append(aws.isEmpty() ? "" : ", " + aws);
    findings.stream()
        .max(Comparator.comparing(f -> f.reason().severity()))
        .ifPresent(f -> text.append("; ").append(f.text()));
    if (findings.size() > 1) {
      text.append("; and %d more, see kubectl ecp status".formatted(findings.size() - 1));
    }
    return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST - 1) + "…";
  }

  /** What conditions say when all is well. */
  static Map<ConditionType, String> parts(
      StatusInput input, Map<String, Health> services, Map<String, Health> stores) {
    String workloads = workloads(input, services);
    String data = words(stores, "stores");
    return Map.of(
        ConditionType.Ready,
        workloads + ", " + data,
        ConditionType.WorkloadsReady,
        workloads,
        ConditionType.DataReady,
        data,
        ConditionType.EdgeReady,
        edge(input),
        ConditionType.AwsReady,
        aws(input));
  }

  private static String aws(StatusInput input) {
    String ratio = new AwsItems(input).ratio();
    return ratio == null ? "" : ratio.replace("/", " of ") + " AWS items ready";
  }

  private static String edge(StatusInput input) {
    List<String> addresses = new ArrayList<>();
    addresses.add(Urls.address(input));
    for (NetworkEntrance entrance : input.platform().networkEntrances()) {
      String address = Urls.address(input, entrance);
      addresses.add(address.isEmpty() ? "" : address + ":" + entrance.port());
    }
    addresses.removeIf(String::isEmpty);
    return addresses.isEmpty()
        ? "nothing is exposed"
        : "answers at " + String.join(", ", addresses);
  }

  static String ratio(Map<String, Health> parts) {
    return parts.values().stream().filter(Health::isFine).count() + "/" + parts.size();
  }

  static String rollout(Intent intent) {
    List<String> running =
        intent.rollouts().values().stream()
            .filter(r -> r.stage() != LifecycleStage.Steady)
            .map(r -> r.service())
            .sorted()
            .toList();
    if (intent.rollouts().isEmpty()) {
      return null;
    }
    return switch (running.size()) {
      case 0 -> "Healthy";
      case 1 -> running.getFirst();
      default -> running.size() + " running";
    };
  }

  static String drift(Plan plan) {
    List<String> objects =
        plan.actions().stream().filter(a -> a.operation().writes()).map(Summary::drift).toList();
    return shown(objects);
  }

  // says nothing that changes while the contest goes on, as each change would be a write
  static String contested(List<Drift> drifts) {
    return shown(drifts.stream().map(Summary::contested).sorted().toList())
        + "; each is put back every 30 s at most, until its other author leaves it alone";
  }

  private static String contested(Drift drift) {
    String author = drift.manager().isEmpty() ? "somebody" : drift.manager();
    return drift.isDeletion()
        ? "%s is deleted again and again".formatted(drift.ref().id())
        : "%s %s is changed again and again by %s"
            .formatted(
                drift.ref().id(),
                String.join(", ", drift.changes().stream().map(FieldChange::path).toList()),
                author);
  }

  private static String shown(List<String> texts) {
    String first = String.join("; ", texts.subList(0, Math.min(DRIFTS_SHOWN, texts.size())));
    int rest = texts.size() - DRIFTS_SHOWN;
    return rest > 0 ? first + "; and %d more".formatted(rest) : first;
  }

  private static String drift(Action action) {
    String fields = String.join(", ", action.changes().stream().map(c -> c.path()).toList());
    return "%s %s%s"
        .formatted(
            action.operation().symbol(), action.ref().id(), fields.isEmpty() ? "" : " " + fields);
  }

  private static String workloads(StatusInput input, Map<String, Health> services) {
    String text = words(services, "services");
    Map<String, Health> jobs = Parts.jobs(input);
    return jobs.isEmpty() ? text : text + ", " + words(jobs, "jobs");
  }

  private static String words(Map<String, Health> parts, String what) {
    return parts.isEmpty()
        ? "no " + what
        : "%s %s ready".formatted(ratio(parts).replace("/", " of "), what);
  }
}
