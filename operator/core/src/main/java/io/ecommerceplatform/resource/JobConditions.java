package io.ecommerceplatform.resource;

/**
 * How far a Job is.
 *
 * @param job the Job as it was last seen
 */
public record JobConditions(LiveObject job) {

  /** True when it has done what it is for. */
  public boolean isComplete() {
    return field("Complete", "status").equals("True");
  }

  /** True when its controller has given up. */
  public boolean isFailed() {
    return field("Failed", "status").equals("True");
  }

  /** Why its controller has given up, in the controller's words; may be empty. */
  public String failure() {
    return field("Failed", "message");
  }

  private String field(String type, String field) {
    return job.at("/status/conditions")
        .valueStream()
        .filter(condition -> condition.path("type").asText().equals(type))
        .map(condition -> condition.path(field).asText())
        .findFirst()
        .orElse("");
  }
}
