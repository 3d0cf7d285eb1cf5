package io.ecommerceplatform.model;

import java.util.List;

/**
 * Who is told by SNS when an alarm has lasted for some time.
 *
 * @param subscribers as {@code protocol:endpoint}, sorted
 */
public record AwsAlertTier(int afterMinutes, List<String> subscribers) {
  /** The field that asks for it. */
  public static final String PATH = "spec.observability.alerts";

  public AwsAlertTier {
    subscribers = List.copyOf(subscribers);
  }

  /** Its topic, of a name that no topic of the resource can have. */
  public AwsTopic topic() {
    return new AwsTopic("alerts_after_" + afterMinutes, PATH, "", false, subscribers);
  }
}
