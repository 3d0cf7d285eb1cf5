package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.aws.kind.Watched;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.ItemType;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference of the types, and the rights they need, are written from the kinds themselves. */
class AwsReferenceGoldenTest {
  private static final Path PAGE = Path.of("..", "..", "docs", "reference", "aws.md");

  /** What the engine asks for, beside its kinds. */
  private static final Set<String> OF_THE_ENGINE =
      Set.of("sts:GetCallerIdentity", "tag:GetResources");

  /** Who may do these with every role may do everything. */
  private static final Set<String> OF_ROLES =
      Set.of("iam:AttachRolePolicy", "iam:DetachRolePolicy", "iam:PassRole");

  @Test
  void thePageSaysWhatTheKindsAre() throws IOException {
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE)).as("repair: make golden").isEqualTo(page());
  }

  private static String page() {
    return """
    # AWS types

    Written by `make golden` from the kinds in `operator/aws`; types are named as in `status.aws` and in plans.

    | type | told apart by | when nobody wants it | what cannot be changed in place | fields |
    |---|---|---|---|---|
    %s
    ## Alarms

    What CloudWatch watches of which type, when `observability.alerts` names somebody to tell; the dashboard shows the same. A threshold of `n σ` is so many standard deviations above what is usual.

    | type | alarm | metric | above | for | means |
    |---|---|---|---|---|---|
    %s
    ## Rights

    What the role of an identity has to be allowed, as small as the calls of the types above. Replace `*` by the ARNs of your platforms if you know them.

    ```json
    %s
    ```
    """
        .formatted(
            kinds().map(AwsReferenceGoldenTest::row).collect(Collectors.joining("\n")) + "\n",
            alarms() + "\n",
            policy());
  }

  private static String alarms() {
    return Watched.table().types().stream()
        .flatMap(type -> type.metrics().stream().map(metric -> alarm(type, metric)))
        .collect(Collectors.joining("\n"));
  }

  private static String alarm(Watched.WatchedType type, Watched.WatchedMetric metric) {
    return "| `%s` | %s | `%s` `%s` (%s) | %s | %d min | %s |"
        .formatted(
            type.type(),
            metric.name(),
            type.namespace(),
            metric.metric(),
            metric.statistic(),
            threshold(metric),
            metric.minutes(),
            metric.means());
  }

  private static String threshold(Watched.WatchedMetric metric) {
    if (metric.band() != null) {
      return number(metric.band()) + " σ";
    }
    return metric.under() == null ? number(metric.over()) : "below " + number(metric.under());
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  @Test
  void theTableOfAlarmsKnowsTheTypes() {
    assertThat(Watched.table().types())
        .extracting(Watched.WatchedType::type)
        .allMatch(type -> Kinds.all().of(type) != null);
  }

  private static Stream<AwsKind<?>> kinds() {
    return Kinds.all().list().stream().sorted(Comparator.comparing(kind -> kind.type().name()));
  }

  private static String row(AwsKind<?> kind) {
    ItemType type = kind.type();
    String fixed =
        type.rules().entrySet().stream()
            .filter(rule -> rule.getValue() == FieldRule.REPLACE)
            .map(rule -> "`" + rule.getKey() + "`")
            .sorted()
            .collect(Collectors.joining(", "));
    String fields =
        Stream.of(kind.settings().getRecordComponents())
            .map(RecordComponent::getName)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            type.name(),
            switch (type.identity()) {
              case NAME -> "its name";
              case TOKEN -> "a token";
              case TAG -> "its tags";
              case CHILD -> "what it belongs to";
            },
            type.standard(),
            fixed,
            fields);
  }

  private static String policy() {
    Set<String> actions = new TreeSet<>(OF_THE_ENGINE);
    kinds().forEach(kind -> actions.addAll(kind.actions()));
    actions.removeAll(OF_ROLES);
    String list =
        actions.stream().map(a -> "        \"" + a + "\"").collect(Collectors.joining(",\n"));
    return """
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Resource": "*",
        "Action": [
    %s
        ]
      }, {
        "Effect": "Allow",
        "Resource": "arn:aws:iam::*:role/ecommerceplatform/*",
        "Action": ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
        "Condition": {"ArnLike": {"iam:PolicyARN": "arn:aws:iam::aws:policy/service-role/AWSBackup*"}}
      }, {
        "Effect": "Allow",
        "Resource": "arn:aws:iam::*:role/ecommerceplatform/*",
        "Action": "iam:PassRole",
        "Condition": {"StringEquals": {"iam:PassedToService": ["backup.amazonaws.com", "s3.amazonaws.com"]}}
      }]
    }"""
        .formatted(list);
  }
}
