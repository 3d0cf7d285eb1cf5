package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Escalation;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.ManagedKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles whom Alertmanager tells. It knows no escalation of its own: a tier waits before its
 * first message, and an alert that is over by then is never told; so each alert is a group of one.
 */
final class AlertCompiler implements ComponentCompiler {
  private static final String NOBODY = "nobody";
  private static final String TITLE =
      "{{ .CommonLabels.severity }}: {{ .CommonLabels.alertname }} in {{ .CommonLabels.namespace }}";
  private static final String TEXT =
      "{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.action }}\n{{ end }}";

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    List<Escalation> escalations = platform.observability().escalations();
    if (escalations.isEmpty()) {
      return;
    }
    ObjectMetadata metadata =
        new ObjectMetadata(platform, platform.name(), platform.name(), "monitoring");
    List<Object> receivers = new ArrayList<>();
    receivers.add(Map.of("name", NOBODY));
    escalations.forEach(escalation -> receivers.add(receiver(escalation)));
    Map<String, Object> route =
        Map.of(
            "receiver",
            NOBODY,
            "groupBy",
            List.of("..."),
            "groupInterval",
            "5m",
            "repeatInterval",
            "4h",
            "routes",
            escalations.stream().map(AlertCompiler::route).toList());
    desired.add(
        new CustomObject(
            ManagedKind.ALERTMANAGER_CONFIG,
            metadata.owned(platform.name()),
            Map.of("route", route, "receivers", receivers)));
  }

  private static Map<String, Object> route(Escalation escalation) {
    String wait = escalation.afterMinutes() == 0 ? "10s" : escalation.afterMinutes() + "m";
    return Map.of("receiver", name(escalation), "groupWait", wait, "continue", true);
  }

  private static Map<String, Object> receiver(Escalation escalation) {
    Map<String, Object> receiver = new LinkedHashMap<>();
    receiver.put("name", name(escalation));
    if (!escalation.email().isEmpty()) {
      receiver.put(
          "emailConfigs",
          escalation.email().stream().map(to -> Map.of("to", to, "sendResolved", true)).toList());
    }
    if (!escalation.sms().isEmpty()) {
      receiver.put(
          "snsConfigs", escalation.sms().stream().map(to -> message(escalation, to)).toList());
    }
    escalation
        .slackSecret()
        .ifPresent(
            secret -> {
              Map<String, Object> slack = new LinkedHashMap<>();
              slack.put("apiURL", Map.of("name", secret.name(), "key", secret.key()));
              if (!escalation.slackChannel().isEmpty()) {
                slack.put("channel", escalation.slackChannel());
              }
              slack.put("sendResolved", true);
              slack.put("title", TITLE);
              slack.put("text", TEXT);
              receiver.put("slackConfigs", List.of(slack));
            });
    return receiver;
  }

  /** A text message through SNS, with the rights of Alertmanager's own account. */
  private static Map<String, Object> message(Escalation escalation, String to) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("phoneNumber", to);
    message.put("message", TITLE);
    if (!escalation.region().isEmpty()) {
      message.put("sigv4", Map.of("region", escalation.region()));
    }
    return message;
  }

  private static String name(Escalation escalation) {
    return "after-" + escalation.afterMinutes() + "-minutes";
  }
}
