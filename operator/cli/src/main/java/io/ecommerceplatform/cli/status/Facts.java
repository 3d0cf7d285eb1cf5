package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.api.v1alpha1.status.AwsItemStatus;
import io.ecommerceplatform.api.v1alpha1.status.DataStatus;
import io.ecommerceplatform.api.v1alpha1.status.ServiceStatus;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a status that are worth a line in a log when they change.
 *
 * @param byName what is said about each part, for example {@code service order} to {@code 1/2}
 */
public record Facts(Map<String, String> byName) {

  public static Facts none() {
    return new Facts(Map.of());
  }

  public static Facts of(PlatformView view) {
    Map<String, String> facts = new LinkedHashMap<>();
    view.list("data", DataStatus.class)
        .forEach(s -> facts.put("store " + s.name(), s.state() + said(s.message())));
    view.list("services", ServiceStatus.class)
        .forEach(s -> facts.put("service " + s.name(), s.ready() + said(s.message())));
    view.list("aws", AwsItemStatus.class)
        .forEach(i -> facts.put("aws " + i.id(), i.state() + said(i.message())));
    for (Condition condition : view.conditions()) {
      facts.put(
          "condition " + condition.getType(), condition.getStatus() + " " + condition.getReason());
    }
    facts.put("platform " + view.name(), view.phase() + said(view.message()));
    return new Facts(facts);
  }

  /** One line per part that is new or says something else. */
  public List<String> since(Facts before) {
    List<String> lines = new ArrayList<>();
    byName.forEach(
        (name, text) -> {
          if (!text.equals(before.byName.get(name))) {
            lines.add(name + ": " + text);
          }
        });
    return lines;
  }

  private static String said(String message) {
    return message == null || message.isEmpty() ? "" : " (" + message + ")";
  }
}
