package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsAlertTier;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/** Alarms of CloudWatch, one for each metric of an item and each tier of people who are told. */
public final class CloudWatchAlarm implements AwsKind<CloudWatchAlarm.Settings> {
  public static final ItemType TYPE =
      ItemType.of("cloudwatch.Alarm", Identity.NAME, 255)
          .with("alarmActions", FieldRule.SET)
          .with("okActions", FieldRule.SET);

  private static final int DAY = 86400;
  private static final String ABOVE = "GreaterThanThreshold";
  private static final String BELOW = "LessThanThreshold";
  private static final String ABOVE_BAND = "GreaterThanUpperThreshold";

  /** Names of the two series that a band is made of. */
  private static final String SERIES = "m1";

  private static final String BAND = "band";
  private static final Pattern EXPRESSION =
      Pattern.compile("ANOMALY_DETECTION_BAND\\(" + SERIES + ", ([0-9.]+)\\)");

  private final Watched watched;

  /** Alarms about items of these kinds. */
  public CloudWatchAlarm(Watched watched) {
    this.watched = watched;
  }

  /**
   * Its fields, named as CloudWatch names them.
   *
   * @param dimensions as {@code name=value}, sorted
   * @param threshold null with a band
   * @param band standard deviations above what is usual; null with a threshold
   */
  public record Settings(
      String alarmDescription,
      String namespace,
      String metricName,
      List<String> dimensions,
      String statistic,
      Integer period,
      Integer evaluationPeriods,
      Double threshold,
      Double band,
      String comparisonOperator,
      String treatMissingData,
      List<String> alarmActions,
      List<String> okActions) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "cloudwatch:DescribeAlarms",
        "cloudwatch:ListTagsForResource",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:TagResource",
        "cloudwatch:DeleteAlarms");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    if (aws.telemetry().tiers().isEmpty()) {
      return List.of();
    }
    return watched.subjects(platform, aws).stream()
        .flatMap(subject -> aws.telemetry().tiers().stream().map(tier -> wish(subject, tier, aws)))
        .toList();
  }

  private static Wish<Settings> wish(Watched.Subject subject, AwsAlertTier tier, Aws aws) {
    String type = subject.type().type();
    String after = tier.afterMinutes() == 0 ? "" : "." + tier.afterMinutes();
    String name =
        "%s.%s.%s%s"
            .formatted(
                type.substring(type.indexOf('.') + 1),
                subject.item(),
                subject.metric().name(),
                after);
    return Wish.of(name, AwsAlertTier.PATH, "", settings(subject, tier, aws));
  }

  private static Settings settings(Watched.Subject subject, AwsAlertTier tier, Aws aws) {
    Watched.WatchedMetric metric = subject.metric();
    String topic = Reference.to(SnsTopic.TYPE, aws.region(), tier.topic().name(), "arn").text();
    int seconds = 60 * (metric.minutes() + tier.afterMinutes());
    return new Settings(
        "%s: %s".formatted(subject.item(), metric.means()),
        subject.type().namespace(),
        metric.metric(),
        subject.dimensions(),
        metric.statistic(),
        metric.period(),
        Math.ceilDiv(Math.min(seconds, DAY), metric.period()),
        metric.threshold(),
        metric.band(),
        comparison(metric),
        "notBreaching", // what is not used has no metrics
        List.of(topic),
        List.of(topic));
  }

  private static String comparison(Watched.WatchedMetric metric) {
    if (metric.band() != null) {
      return ABOVE_BAND;
    }
    return metric.under() == null ? ABOVE : BELOW;
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows no tags
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    CloudWatchClient cloudWatch = client(clients);
    return cloudWatch.describeAlarmsPaginator(request -> request.maxRecords(100)).stream()
        .flatMap(page -> page.metricAlarms().stream())
        .filter(alarm -> interest.has(alarm.alarmName()))
        .flatMap(alarm -> read(cloudWatch, alarm).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(CloudWatchClient cloudWatch, MetricAlarm alarm) {
    try {
      Map<String, String> tags =
          cloudWatch.listTagsForResource(r -> r.resourceARN(alarm.alarmArn())).tags().stream()
              .collect(Collectors.toMap(Tag::key, Tag::value));
      return Optional.of(
          Found.ready(
              alarm.alarmName(),
              alarm.alarmArn(),
              settings(alarm),
              tags,
              Map.of("arn", alarm.alarmArn())));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  private static Settings settings(MetricAlarm alarm) {
    Optional<MetricDataQuery> series =
        alarm.metrics().stream().filter(query -> query.metricStat() != null).findFirst();
    return new Settings(
        alarm.alarmDescription(),
        series.map(s -> s.metricStat().metric().namespace()).orElse(alarm.namespace()),
        series.map(s -> s.metricStat().metric().metricName()).orElse(alarm.metricName()),
        series.map(s -> s.metricStat().metric().dimensions()).orElse(alarm.dimensions()).stream()
            .map(d -> d.name() + "=" + d.value())
            .sorted()
            .toList(),
        series.map(s -> s.metricStat().stat()).orElse(alarm.statisticAsString()),
        series.map(s -> s.metricStat().period()).orElse(alarm.period()),
        alarm.evaluationPeriods(),
        series.isPresent() ? null : alarm.threshold(),
        series.flatMap(s -> band(alarm)).orElse(null),
        alarm.comparisonOperatorAsString(),
        alarm.treatMissingData(),
        alarm.alarmActions(),
        alarm.okActions());
  }

  private static Optional<Double> band(MetricAlarm alarm) {
    return alarm.metrics().stream()
        .filter(query -> query.expression() != null)
        .map(query -> EXPRESSION.matcher(query.expression()))
        .filter(Matcher::matches)
        .map(matcher -> Double.valueOf(matcher.group(1)))
        .findFirst();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    client(clients)
        .putMetricAlarm(
            put(creation.awsName(), creation.settings())
                .tags(
                    TagLists.of(
                        creation.tags(),
                        (key, value) -> Tag.builder().key(key).value(value).build()))
                .build());
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    client(clients).putMetricAlarm(put(update.found().awsName(), update.settings()).build());
  }

  private static PutMetricAlarmRequest.Builder put(String name, Settings settings) {
    PutMetricAlarmRequest.Builder put =
        PutMetricAlarmRequest.builder()
            .alarmName(name)
            .alarmDescription(settings.alarmDescription())
            .evaluationPeriods(settings.evaluationPeriods())
            .comparisonOperator(settings.comparisonOperator())
            .treatMissingData(settings.treatMissingData())
            .actionsEnabled(true)
            .alarmActions(settings.alarmActions())
            .okActions(settings.okActions());
    Metric metric =
        Metric.builder()
            .namespace(settings.namespace())
            .metricName(settings.metricName())
            .dimensions(settings.dimensions().stream().map(CloudWatchAlarm::dimension).toList())
            .build();
    if (settings.band() == null) {
      return put.namespace(metric.namespace())
          .metricName(metric.metricName())
          .dimensions(metric.dimensions())
          .statistic(settings.statistic())
          .period(settings.period())
          .threshold(settings.threshold());
    }
    return put.thresholdMetricId(BAND)
        .metrics(
            MetricDataQuery.builder()
                .id(SERIES)
                .returnData(true)
                .metricStat(
                    stat ->
                        stat.metric(metric).stat(settings.statistic()).period(settings.period()))
                .build(),
            MetricDataQuery.builder()
                .id(BAND)
                .returnData(true)
                .expression("ANOMALY_DETECTION_BAND(%s, %s)".formatted(SERIES, settings.band()))
                .build());
  }

  private static Dimension dimension(String text) {
    int equals = text.indexOf('=');
    return Dimension.builder()
        .name(text.substring(0, equals))
        .value(text.substring(equals + 1))
        .build();
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteAlarms(request -> request.alarmNames(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    List<Tag> all = TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
    client(clients).tagResource(request -> request.resourceARN(found.id()).tags(all));
  }

  /** That of everything of CloudWatch. */
  static CloudWatchClient client(Clients clients) {
    return clients.of(CloudWatchClient.class, CloudWatchClient::builder);
  }
}
