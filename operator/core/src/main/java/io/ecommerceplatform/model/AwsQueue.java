package io.ecommerceplatform.model;

import java.util.List;
import java.util.Optional;

/**
 * One SQS queue; what is null is left to AWS.
 *
 * @param awsName empty for a derived one
 * @param subscribes topics whose messages arrive here
 * @param deadLetter queue for what cannot be read
 * @param maxReceiveCount tries before a message goes there
 */
public record AwsQueue(
    String name,
    String path,
    String awsName,
    boolean fifo,
    List<String> subscribes,
    Integer visibilityTimeoutSeconds,
    Integer messageRetentionSeconds,
    Integer receiveWaitTimeSeconds,
    Integer delaySeconds,
    Integer maximumMessageSize,
    Optional<String> deadLetter,
    int maxReceiveCount) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "sqs.Queue";

  /** As long as SQS keeps a message: a person has to look at what could not be read. */
  static final int LONGEST_RETENTION = 1_209_600;

  static final int TRIES = 3;

  public AwsQueue {
    subscribes = List.copyOf(subscribes);
  }

  /** The queue that takes what this one cannot get rid of. */
  static AwsQueue ofDeadLetters(String name, String path, boolean fifo) {
    return new AwsQueue(
        name,
        path,
        "",
        fifo,
        List.of(),
        null,
        LONGEST_RETENTION,
        null,
        null,
        null,
        Optional.empty(),
        0);
  }
}
