package io.ecommerceplatform.aws;

import java.util.List;

/** One row for each kind. */
final class ContractRows {
  private static final List<ContractRow> ALL =
      List.of(
          new ContractRow(
              "ecr.Repository", "registry", "registry-changed", "CreateRepository", true),
          new ContractRow("s3.Bucket", "buckets", "buckets-changed", "CreateBucket", true),
          new ContractRow("sns.Topic", "messaging", "messaging-changed", "CreateTopic", true),
          new ContractRow("sqs.Queue", "messaging", "messaging-changed", "CreateQueue", true),
          new ContractRow(
              "sns.Subscription", "messaging", "messaging-changed", "Subscribe", false));

  private ContractRows() {}

  static List<ContractRow> all() {
    return ALL;
  }
}
