package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.SecretKeyRef;
import java.util.List;
import java.util.Optional;

/**
 * Who is told when an alert has lasted for some time.
 *
 * @param slackSecret where the address of the webhook is; empty for no Slack
 * @param slackChannel empty for the webhook's own
 * @param region where text messages are sent from; empty for the one of Alertmanager's own account
 */
public record Escalation(
    int afterMinutes,
    List<String> email,
    List<String> sms,
    Optional<SecretKeyRef> slackSecret,
    String slackChannel,
    String region) {
  public Escalation {
    email = List.copyOf(email);
    sms = List.copyOf(sms);
  }
}
