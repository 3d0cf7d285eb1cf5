package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsTable;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.TargetTrackingScalingPolicyConfiguration;

/**
 * What Application Auto Scaling does to the capacity of a table: the bounds, and the one policy
 * that tracks a use of it. It belongs to whom the table belongs.
 */
public final class ScalableTarget implements AwsKind<ScalableTarget.Settings> {
  public static final ItemType TYPE =
      ItemType.of("applicationautoscaling.ScalableTarget", Identity.CHILD, 600)
          .with("resourceId", FieldRule.REPLACE)
          .with("scalableDimension", FieldRule.REPLACE);

  private static final ServiceNamespace SERVICE = ServiceNamespace.DYNAMODB;
  private static final String POLICY = "ecommerceplatform.io";

  /** Its fields and those of its policy, named as the service names them. */
  public record Settings(
      String resourceId,
      String scalableDimension,
      Integer minCapacity,
      Integer maxCapacity,
      String predefinedMetricType,
      Double targetValue) {}

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
        "application-autoscaling:DescribeScalableTargets",
        "application-autoscaling:DescribeScalingPolicies",
        "application-autoscaling:RegisterScalableTarget",
        "application-autoscaling:PutScalingPolicy",
        "application-autoscaling:DeregisterScalableTarget",
        "iam:CreateServiceLinkedRole");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.tables().stream().flatMap(table -> wishes(table, aws)).toList();
  }

  private static Stream<Wish<Settings>> wishes(AwsTable table, Aws aws) {
    String resource = "table/" + DynamoDbTable.name(aws, table.name()).text();
    return table.capacity().stream()
        .flatMap(
            capacity ->
                Stream.of(
                    wish(
                        table,
                        table.name() + "-read",
                        settings(
                            resource,
                            ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS,
                            MetricType.DYNAMO_DB_READ_CAPACITY_UTILIZATION,
                            capacity)),
                    wish(
                        table,
                        table.name() + "-write",
                        settings(
                            resource,
                            ScalableDimension.DYNAMODB_TABLE_WRITE_CAPACITY_UNITS,
                            MetricType.DYNAMO_DB_WRITE_CAPACITY_UTILIZATION,
                            capacity))));
  }

  private static Wish<Settings> wish(AwsTable table, String name, Settings settings) {
    return Wish.of(
        name, table.path(), name(settings.resourceId(), settings.scalableDimension()), settings);
  }

  private static Settings settings(
      String resource, ScalableDimension dimension, MetricType metric, AwsTable.Capacity capacity) {
    return new Settings(
        resource,
        dimension.toString(),
        capacity.min(),
        capacity.max(),
        metric.toString(),
        (double) capacity.targetPercent());
  }

  private static String name(String resource, String dimension) {
    return resource + " " + dimension;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    ApplicationAutoScalingClient scaling = client(clients);
    Map<String, TargetTrackingScalingPolicyConfiguration> policies = new HashMap<>();
    scaling
        .describeScalingPoliciesPaginator(request -> request.serviceNamespace(SERVICE))
        .scalingPolicies()
        .stream()
        .filter(policy -> policy.policyName().equals(POLICY))
        .filter(policy -> policy.targetTrackingScalingPolicyConfiguration() != null)
        .forEach(policy -> policies.put(name(policy), tracking(policy)));
    return scaling
        .describeScalableTargetsPaginator(request -> request.serviceNamespace(SERVICE))
        .scalableTargets()
        .stream()
        .map(
            target -> {
              String name = name(target.resourceId(), target.scalableDimensionAsString());
              return found(name, target, policies.get(name));
            })
        .toList();
  }

  private static String name(ScalingPolicy policy) {
    return name(policy.resourceId(), policy.scalableDimensionAsString());
  }

  private static TargetTrackingScalingPolicyConfiguration tracking(ScalingPolicy policy) {
    return policy.targetTrackingScalingPolicyConfiguration();
  }

  private static Found<Settings> found(
      String name,
      software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget target,
      TargetTrackingScalingPolicyConfiguration policy) {
    boolean isTracked = policy != null && policy.predefinedMetricSpecification() != null;
    Settings settings =
        new Settings(
            target.resourceId(),
            target.scalableDimensionAsString(),
            target.minCapacity(),
            target.maxCapacity(),
            isTracked
                ? policy.predefinedMetricSpecification().predefinedMetricTypeAsString()
                : null,
            isTracked ? policy.targetValue() : null);
    String arn = target.scalableTargetARN();
    return Found.child(name, arn, settings, Map.of(), List.of(table(arn, target.resourceId())));
  }

  /** Of the table, in the account and region of the target. */
  private static String table(String target, String resource) {
    String[] words = target.split(":", 6);
    return String.join(":", words[0], words[1], "dynamodb", words[3], words[4], resource);
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    set(creation.settings(), client(clients));
  }

  /** Both calls make what is missing and change what is there. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    set(update.settings(), client(clients));
  }

  private static void set(Settings settings, ApplicationAutoScalingClient scaling) {
    scaling.registerScalableTarget(
        request ->
            request
                .serviceNamespace(SERVICE)
                .resourceId(settings.resourceId())
                .scalableDimension(settings.scalableDimension())
                .minCapacity(settings.minCapacity())
                .maxCapacity(settings.maxCapacity()));
    scaling.putScalingPolicy(
        request ->
            request
                .policyName(POLICY)
                .policyType(PolicyType.TARGET_TRACKING_SCALING)
                .serviceNamespace(SERVICE)
                .resourceId(settings.resourceId())
                .scalableDimension(settings.scalableDimension())
                .targetTrackingScalingPolicyConfiguration(
                    tracking ->
                        tracking
                            .targetValue(settings.targetValue())
                            .predefinedMetricSpecification(
                                metric ->
                                    metric.predefinedMetricType(settings.predefinedMetricType()))));
  }

  /** Its policy goes with it. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Settings settings = Json.typed(found.settings(), Settings.class);
    client(clients)
        .deregisterScalableTarget(
            request ->
                request
                    .serviceNamespace(SERVICE)
                    .resourceId(settings.resourceId())
                    .scalableDimension(settings.scalableDimension()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a scalable target has the owner of its table");
  }

  private static ApplicationAutoScalingClient client(Clients clients) {
    return clients.of(ApplicationAutoScalingClient.class, ApplicationAutoScalingClient::builder);
  }
}
