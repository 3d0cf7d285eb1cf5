package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCluster;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;
import software.amazon.awssdk.services.rds.model.Parameter;

/** Parameters of Aurora clusters; a cluster without any has the default group of its version. */
public final class ClusterParameterGroup implements AwsKind<ClusterParameterGroup.Settings> {
  public static final ItemType TYPE =
      ItemType.of("rds.ClusterParameterGroup", Identity.NAME, 255)
          .with("dbParameterGroupFamily", FieldRule.REPLACE)
          .with("description", FieldRule.HOW)
          .with("parameters", FieldRule.WHOLE);

  /** As many as one call takes. */
  private static final int BATCH = 20;

  /** Its fields. */
  public record Settings(
      String dbParameterGroupFamily, String description, Map<String, String> parameters) {}

  static Reference name(Aws aws, String store) {
    return Reference.to(TYPE, aws.region(), store, "name");
  }

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
        "rds:DescribeDBClusterParameterGroups",
        "rds:DescribeDBClusterParameters",
        "rds:ListTagsForResource",
        "rds:CreateDBClusterParameterGroup",
        "rds:ModifyDBClusterParameterGroup",
        "rds:ResetDBClusterParameterGroup",
        "rds:AddTagsToResource",
        "rds:DeleteDBClusterParameterGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.clusters().stream()
        .filter(cluster -> !cluster.parameters().isEmpty())
        .map(ClusterParameterGroup::wish)
        .toList();
  }

  private static Wish<Settings> wish(AwsCluster cluster) {
    Settings settings =
        new Settings(
            cluster.parameterFamily(),
            "Parameters of " + cluster.name(),
            new TreeMap<>(cluster.parameters()));
    return Wish.of(cluster.name(), cluster.path(), cluster.parameterGroup(), settings)
        .withPolicy(cluster.policyBeside());
  }

  @Override
  public boolean isReadInBulk() {
    return false; // an account has fifty at most, but parameters and tags are read one by one
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    RdsClient rds = Rds.client(clients);
    return rds
        .describeDBClusterParameterGroupsPaginator(request -> {})
        .dbClusterParameterGroups()
        .stream()
        .filter(group -> !group.dbClusterParameterGroupName().startsWith("default"))
        .map(group -> found(group, rds))
        .toList();
  }

  private static Found<Settings> found(DBClusterParameterGroup group, RdsClient rds) {
    String name = group.dbClusterParameterGroupName();
    Map<String, String> set = new TreeMap<>();
    rds
        .describeDBClusterParametersPaginator(
            request -> request.dbClusterParameterGroupName(name).source("user"))
        .parameters()
        .stream()
        .filter(parameter -> parameter.parameterValue() != null)
        .forEach(parameter -> set.put(parameter.parameterName(), parameter.parameterValue()));
    return Found.ready(
        name,
        group.dbClusterParameterGroupArn(),
        new Settings(group.dbParameterGroupFamily(), group.description(), set),
        Rds.tags(rds, group.dbClusterParameterGroupArn()),
        Map.of("arn", group.dbClusterParameterGroupArn(), "name", name));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    RdsClient rds = Rds.client(clients);
    rds.createDBClusterParameterGroup(
        request ->
            request
                .dbClusterParameterGroupName(creation.awsName())
                .dbParameterGroupFamily(creation.settings().dbParameterGroupFamily())
                .description(creation.settings().description())
                .tags(Rds.tags(creation.tags())));
    set(rds, creation.awsName(), creation.settings().parameters());
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    RdsClient rds = Rds.client(clients);
    String name = update.found().awsName();
    Map<String, String> wanted = update.settings().parameters();
    Set<String> surplus =
        new TreeSet<>(Json.typed(update.found().settings(), Settings.class).parameters().keySet());
    surplus.removeAll(wanted.keySet());
    set(rds, name, wanted);
    List<Parameter> reset =
        surplus.stream()
            .map(
                key ->
                    Parameter.builder()
                        .parameterName(key)
                        .applyMethod(ApplyMethod.PENDING_REBOOT)
                        .build())
            .toList();
    for (List<Parameter> batch : batches(reset)) {
      rds.resetDBClusterParameterGroup(
          request -> request.dbClusterParameterGroupName(name).parameters(batch));
    }
  }

  /** A static parameter waits for the next start of the servers; AWS refuses it otherwise. */
  private static void set(RdsClient rds, String group, Map<String, String> wanted) {
    Set<String> waiting =
        rds
            .describeDBClusterParametersPaginator(
                request -> request.dbClusterParameterGroupName(group))
            .parameters()
            .stream()
            .filter(parameter -> "static".equals(parameter.applyType()))
            .map(Parameter::parameterName)
            .collect(Collectors.toSet());
    List<Parameter> parameters =
        wanted.entrySet().stream()
            .map(
                e ->
                    Parameter.builder()
                        .parameterName(e.getKey())
                        .parameterValue(e.getValue())
                        .applyMethod(
                            waiting.contains(e.getKey())
                                ? ApplyMethod.PENDING_REBOOT
                                : ApplyMethod.IMMEDIATE)
                        .build())
            .toList();
    for (List<Parameter> batch : batches(parameters)) {
      rds.modifyDBClusterParameterGroup(
          request -> request.dbClusterParameterGroupName(group).parameters(batch));
    }
  }

  private static List<List<Parameter>> batches(List<Parameter> all) {
    List<List<Parameter>> batches = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BATCH) {
      batches.add(all.subList(i, Math.min(all.size(), i + BATCH)));
    }
    return batches;
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Rds.client(clients)
        .deleteDBClusterParameterGroup(
            request -> request.dbClusterParameterGroupName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Rds.tag(found, tags, clients);
  }
}
