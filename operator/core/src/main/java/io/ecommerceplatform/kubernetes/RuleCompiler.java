package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.RuleGroup;
import io.ecommerceplatform.catalogue.RuleGroup.Rule;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles what Prometheus computes and when it raises an alarm, as one object. */
final class RuleCompiler implements ComponentCompiler {

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    List<RuleGroup> groups = new ArrayList<>(platform.observability().rules());
    platform
        .observability()
        .objectives()
        .map(objectives -> new ObjectiveRules(platform, objectives).group())
        .filter(group -> !group.rules().isEmpty())
        .ifPresent(groups::add);
    if (!groups.isEmpty()) {
      ObjectMetadata metadata =
          new ObjectMetadata(platform, platform.name(), platform.name(), "monitoring");
      desired.add(
          new CustomObject(
              ManagedKind.PROMETHEUS_RULE,
              metadata.owned(platform.name()),
              Map.of("groups", groups.stream().map(g -> group(platform, g)).toList())));
    }
  }

  private static Map<String, Object> group(Platform platform, RuleGroup group) {
    return Map.of(
        "name", group.name(), "rules", group.rules().stream().map(r -> rule(platform, r)).toList());
  }

  private static Map<String, Object> rule(Platform platform, Rule rule) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("expr", filled(platform, rule.expr()));
    if (rule.record() != null) {
      tree.put("record", rule.record());
      return tree;
    }
    tree.put("alert", rule.alert());
    if (rule.duration() != null) {
      tree.put("for", rule.duration());
    }
    // the namespace for Alertmanager, which asks for it before it tells anybody of a platform
    tree.put(
        "labels",
        Map.of(
            "severity",
            rule.severity(),
            "namespace",
            platform.namespace(),
            "platform",
            platform.name()));
    tree.put(
        "annotations",
        Map.of(
            "summary",
            filled(platform, rule.summary()),
            "action",
            filled(platform, action(platform, rule))));
    return tree;
  }

  private static String action(Platform platform, Rule rule) {
    boolean strimzi = platform.stores().stream().anyMatch(Store::isStrimzi);
    return strimzi && rule.strimziAction() != null ? rule.strimziAction() : rule.action();
  }

  /** With the platform's namespace in its place. */
  static String filled(Platform platform, String text) {
    return text.replace("$NAMESPACE", platform.namespace());
  }
}
