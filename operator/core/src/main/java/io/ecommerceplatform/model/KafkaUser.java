package io.ecommerceplatform.model;

import java.util.List;

/**
 * Somebody who may open a connection to the Kafka of Strimzi, and what is allowed then; all that is
 * not granted is refused.
 *
 * @param name of the user, and of the Secret that Strimzi writes for it
 * @param grants sorted by what they are about
 */
public record KafkaUser(String name, List<Grant> grants) {
  /** Key of the Secret with the password. */
  public static final String PASSWORD = "password";

  /** Key of the Secret with a whole client configuration. */
  static final String JAAS_CONFIG = "sasl.jaas.config";

  public KafkaUser {
    grants = List.copyOf(grants);
  }

  /** What a grant is about. */
  public enum Subject {
    TOPIC,
    GROUP,
    TRANSACTION
  }

  /** What may be done. */
  public enum Operation {
    READ,
    WRITE,
    DESCRIBE
  }

  /**
   * One thing that is allowed.
   *
   * @param subject what kind of thing
   * @param name its name, or how its name begins
   * @param isPrefix true when all names that begin so are meant
   * @param operations in the order of the enum
   */
  public record Grant(Subject subject, String name, boolean isPrefix, List<Operation> operations) {
    public Grant {
      operations = operations.stream().sorted().distinct().toList();
    }
  }
}
