package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;

/**
 * Who may use the platform's key: whom IAM lets, as for everything else, and the services of AWS
 * that hand on data in nobody's name.
 */
final class KmsKeyPolicy {
  private KmsKeyPolicy() {}

  static String text(Aws aws) {
    String account = Reference.accountId(aws.region()).text();
    return Json.text(
        Json.tree(
            Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                    Map.of(
                        "Sid", "iam",
                        "Effect", "Allow",
                        "Principal", Map.of("AWS", root(aws.region(), account)),
                        "Action", "kms:*",
                        "Resource", "*"),
                    Map.of(
                        "Sid",
                        "topics",
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("Service", "sns.amazonaws.com"),
                        "Action",
                        List.of("kms:Decrypt", "kms:GenerateDataKey*"),
                        "Resource",
                        "*",
                        "Condition",
                        Map.of("StringEquals", Map.of("aws:SourceAccount", account)))))));
  }

  private static String root(String region, String account) {
    return "arn:%s:iam::%s:root".formatted(Partition.of(region), account);
  }
}
