package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;
import software.amazon.awssdk.services.rds.model.Subnet;

/** Subnet groups of RDS: one for each database. */
public final class DbSubnetGroup implements AwsKind<DbSubnetGroup.Settings> {
  public static final ItemType TYPE =
      ItemType.of("rds.SubnetGroup", Identity.NAME, 255)
          .with("dbSubnetGroupDescription", FieldRule.HOW);

  /**
   * Its fields.
   *
   * @param subnetIds sorted, with commas
   */
  public record Settings(String dbSubnetGroupDescription, String subnetIds) {}

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
        "rds:DescribeDBSubnetGroups",
        "rds:ListTagsForResource",
        "rds:CreateDBSubnetGroup",
        "rds:ModifyDBSubnetGroup",
        "rds:AddTagsToResource",
        "rds:DeleteDBSubnetGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.databases().stream()
        .map(
            database ->
                Wish.of(
                        database.name(),
                        database.path(),
                        database.subnetGroup(),
                        new Settings(
                            "Subnets of " + database.name(), Ec2Network.databaseSubnets(aws)))
                    .withPolicy(database.policyBeside()))
        .toList();
  }

  @Override
  public boolean isReadInBulk() {
    return false; // an account has fifty at most, but their tags are read one by one
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    RdsClient rds = Rds.client(clients);
    return rds.describeDBSubnetGroupsPaginator(request -> {}).dbSubnetGroups().stream()
        .filter(group -> !group.dbSubnetGroupName().startsWith("default"))
        .map(group -> found(group, rds))
        .toList();
  }

  private static Found<Settings> found(DBSubnetGroup group, RdsClient rds) {
    String subnets =
        group.subnets().stream()
            .map(Subnet::subnetIdentifier)
            .sorted()
            .collect(Collectors.joining(","));
    return Found.ready(
        group.dbSubnetGroupName(),
        group.dbSubnetGroupArn(),
        new Settings(group.dbSubnetGroupDescription(), subnets),
        Rds.tags(rds, group.dbSubnetGroupArn()),
        Map.of("arn", group.dbSubnetGroupArn(), "name", group.dbSubnetGroupName()));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Rds.client(clients)
        .createDBSubnetGroup(
            request ->
                request
                    .dbSubnetGroupName(creation.awsName())
                    .dbSubnetGroupDescription(creation.settings().dbSubnetGroupDescription())
                    .subnetIds(creation.settings().subnetIds().split(","))
                    .tags(Rds.tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Rds.client(clients)
        .modifyDBSubnetGroup(
            request ->
                request
                    .dbSubnetGroupName(update.found().awsName())
                    .dbSubnetGroupDescription(update.settings().dbSubnetGroupDescription())
                    .subnetIds(update.settings().subnetIds().split(",")));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Rds.client(clients).deleteDBSubnetGroup(request -> request.dbSubnetGroupName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Rds.tag(found, tags, clients);
  }
}
