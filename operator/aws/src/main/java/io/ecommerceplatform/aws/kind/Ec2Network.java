package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsNetwork;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * The VPC that managed stores stand in, with its subnets by their tags; only looked at. Each VPC is
 * found by its id, by the id of each of its subnets, and one by the name {@code tagged} when it is
 * the only one whose subnets are tagged.
 */
public final class Ec2Network implements LookedAt<Ec2Network.Settings> {
  public static final ItemType TYPE = ItemType.of(AwsNetwork.TYPE, Identity.NAME, 255);

  private static final String NAME = "network";
  private static final String PRIVATE = "kubernetes.io/role/internal-elb";
  private static final String DATABASE = "ecommerceplatform.io/subnets";
  private static final String DATABASES_IN_ZONES = "databaseSubnetsIn%dZones";
  private static final int MOST_ZONES = 3;
  private static final String CLUSTER = "kubernetes.io/cluster/";

  /** A network has no fields of ours. */
  public record Settings() {}

  /** Id of the VPC. */
  static String vpc(Aws aws) {
    return reference(aws, "vpcId");
  }

  /** Who may reach stores: security groups of the nodes, else the range of the VPC. */
  static String clients(Aws aws) {
    return reference(aws, "clients");
  }

  /** Ids of the subnets of databases, sorted, with commas. */
  static String databaseSubnets(Aws aws) {
    AwsNetwork network = aws.network().orElseThrow();
    List<String> named =
        network.databaseSubnetIds().isEmpty()
            ? network.privateSubnetIds()
            : network.databaseSubnetIds();
    return named.isEmpty() ? reference(aws, "databaseSubnetIds") : joined(named);
  }

  /** Ids of the private subnets, sorted, with commas. */
  static String privateSubnets(Aws aws) {
    List<String> named = aws.network().orElseThrow().privateSubnetIds();
    return named.isEmpty() ? reference(aws, "privateSubnetIds") : joined(named);
  }

  /**
   * One private subnet of each zone, sorted, with commas; those that are named are taken as such.
   */
  static String zoneSubnets(Aws aws) {
    List<String> named = aws.network().orElseThrow().privateSubnetIds();
    return named.isEmpty() ? reference(aws, "zoneSubnetIds") : joined(named);
  }

  /**
   * Ids of as many subnets of databases as zones are wanted, one in each: those that are named in
   * their order, as nobody knows their zones before AWS is asked.
   */
  static String databaseSubnets(Aws aws, int zones) {
    AwsNetwork network = aws.network().orElseThrow();
    List<String> named =
        network.databaseSubnetIds().isEmpty()
            ? network.privateSubnetIds()
            : network.databaseSubnetIds();
    return named.isEmpty()
        ? reference(aws, DATABASES_IN_ZONES.formatted(zones))
        : joined(named.subList(0, zones));
  }

  private static String reference(Aws aws, String output) {
    return Reference.to(TYPE, aws.region(), NAME, output).text();
  }

  private static String joined(List<String> ids) {
    return ids.stream().sorted().distinct().collect(Collectors.joining(","));
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
    return Set.of("ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.network().stream()
        .map(
            network ->
                Wish.of(
                        NAME,
                        "spec.aws.regions[%s].network".formatted(aws.region()),
                        network.lookup(),
                        new Settings())
                    .lookedAt(absent(network)))
        .toList();
  }

  private static String absent(AwsNetwork network) {
    return network.lookup().equals(AwsNetwork.BY_TAGS)
        ? "no VPC, or more than one, has subnets with the tag %s; name the VPC and its subnets in this field"
            .formatted(PRIVATE)
        : "%s is not in this region; correct the id".formatted(network.lookup());
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    Ec2Client ec2 = clients.of(Ec2Client.class, Ec2Client::builder);
    List<Subnet> subnets = ec2.describeSubnetsPaginator(request -> {}).subnets().stream().toList();
    List<SecurityGroup> groups =
        ec2
            .describeSecurityGroupsPaginator(
                request -> request.filters(f -> f.name("tag-key").values(CLUSTER + "*")))
            .securityGroups()
            .stream()
            .toList();
    List<Found<Settings>> found = new ArrayList<>();
    List<Found<Settings>> tagged = new ArrayList<>();
    for (Vpc vpc : ec2.describeVpcsPaginator(request -> {}).vpcs().stream().toList()) {
      List<Subnet> own = subnets.stream().filter(s -> s.vpcId().equals(vpc.vpcId())).toList();
      Map<String, String> outputs = outputs(vpc, own, groups);
      found.add(network(vpc.vpcId(), outputs, health(outputs)));
      own.forEach(s -> found.add(network(s.subnetId(), outputs, new ItemHealth.Ready())));
      if (outputs.containsKey("privateSubnetIds")) {
        tagged.add(network(AwsNetwork.BY_TAGS, outputs, new ItemHealth.Ready()));
      }
    }
    if (tagged.size() == 1) {
      found.addAll(tagged);
    }
    return found;
  }

  private static ItemHealth health(Map<String, String> outputs) {
    return outputs.containsKey("privateSubnetIds")
        ? new ItemHealth.Ready()
        : new ItemHealth.Failed(
            "none of its subnets has the tag %s; name them in privateSubnetIds".formatted(PRIVATE));
  }

  private static Found<Settings> network(
      String name, Map<String, String> outputs, ItemHealth health) {
    return Found.of(name, outputs.get("vpcId"), new Settings(), Map.of(), health, outputs);
  }

  private static Map<String, String> outputs(
      Vpc vpc, List<Subnet> subnets, List<SecurityGroup> groups) {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("vpcId", vpc.vpcId());
    String inside = ids(subnets, tag -> tag.key().equals(PRIVATE));
    String databases =
        ids(subnets, tag -> tag.key().equals(DATABASE) && tag.value().equals("database"));
    if (!inside.isEmpty()) {
      outputs.put("privateSubnetIds", inside);
      outputs.put("zoneSubnetIds", oneInEachZone(subnets, List.of(inside.split(","))));
    }
    if (!databases.isEmpty() || !inside.isEmpty()) {
      outputs.put("databaseSubnetIds", databases.isEmpty() ? inside : databases);
      outputs.putAll(inZones(subnets, List.of(outputs.get("databaseSubnetIds").split(","))));
    }
    String nodes =
        joined(
            groups.stream()
                .filter(group -> vpc.vpcId().equals(group.vpcId()))
                .filter(group -> group.tags().stream().anyMatch(Ec2Network::isOfNodes))
                .map(SecurityGroup::groupId)
                .toList());
    outputs.put("clients", nodes.isEmpty() ? vpc.cidrBlock() : nodes);
    return outputs;
  }

  private static String oneInEachZone(List<Subnet> subnets, List<String> ids) {
    return joined(List.copyOf(byZone(subnets, ids).values()));
  }

  /** The first subnet of each zone, by the names of the zones. */
  private static Map<String, String> byZone(List<Subnet> subnets, List<String> ids) {
    return subnets.stream()
        .filter(subnet -> ids.contains(subnet.subnetId()))
        .collect(
            Collectors.toMap(
                Subnet::availabilityZone,
                Subnet::subnetId,
                BinaryOperator.minBy(Comparator.naturalOrder()),
                TreeMap::new));
  }

  /**
   * One subnet of each zone, for what stands in so many zones and no more. Where there are fewer it
   * is for AWS to say that there are too few.
   */
  private static Map<String, String> inZones(List<Subnet> subnets, List<String> ids) {
    Map<String, String> byZone = byZone(subnets, ids);
    return IntStream.rangeClosed(1, MOST_ZONES)
        .boxed()
        .collect(
            Collectors.toMap(
                DATABASES_IN_ZONES::formatted,
                zones -> joined(byZone.values().stream().limit(zones).toList())));
  }

  /** EKS and its modules mark the groups of nodes so. */
  private static boolean isOfNodes(Tag tag) {
    return tag.key().startsWith(CLUSTER) && tag.value().equals("owned");
  }

  private static String ids(List<Subnet> subnets, Predicate<Tag> tag) {
    return joined(
        subnets.stream()
            .filter(subnet -> subnet.tags().stream().anyMatch(tag))
            .map(Subnet::subnetId)
            .toList());
  }
}
