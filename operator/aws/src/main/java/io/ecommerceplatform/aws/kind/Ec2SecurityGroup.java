package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsStore;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** One security group for each managed store: only nodes reach it, and only on its port. */
public final class Ec2SecurityGroup implements AwsKind<Ec2SecurityGroup.Settings> {
  public static final ItemType TYPE =
      ItemType.of("ec2.SecurityGroup", Identity.NAME, 255)
          .with("description", FieldRule.REPLACE)
          .with("vpcId", FieldRule.REPLACE);

  /**
   * Its fields.
   *
   * @param ingress for example {@code tcp 3306 sg-1,sg-2}; several rules with semicolons
   */
  public record Settings(String description, String vpcId, String ingress) {}

  static Reference id(Aws aws, String store) {
    return Reference.to(TYPE, aws.region(), store, "id");
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
        "ec2:DescribeSecurityGroups",
        "ec2:CreateSecurityGroup",
        "ec2:CreateTags",
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:RevokeSecurityGroupIngress",
        "ec2:DeleteSecurityGroup");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.stores().map(store -> wish(store, aws)).toList();
  }

  private static Wish<Settings> wish(AwsStore store, Aws aws) {
    String ingress = "tcp %d %s".formatted(store.port(), Ec2Network.clients(aws));
    Settings settings = new Settings("Clients of " + store.name(), Ec2Network.vpc(aws), ingress);
    return Wish.of(store.name(), store.path(), store.securityGroup(), settings)
        .withPolicy(store.policyBeside());
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return client(clients).describeSecurityGroupsPaginator(request -> {}).securityGroups().stream()
        .map(Ec2SecurityGroup::found)
        .toList();
  }

  private static Found<Settings> found(SecurityGroup group) {
    Settings settings =
        new Settings(group.description(), group.vpcId(), ingress(group.ipPermissions()));
    Map<String, String> tags =
        group.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value));
    return Found.ready(
        group.groupName(), group.groupId(), settings, tags, Map.of("id", group.groupId()));
  }

  private static String ingress(List<IpPermission> permissions) {
    return permissions.stream()
        .map(p -> "%s %s %s".formatted(p.ipProtocol(), ports(p), sources(p)))
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private static String ports(IpPermission permission) {
    return permission.fromPort() != null && permission.fromPort().equals(permission.toPort())
        ? permission.fromPort().toString()
        : permission.fromPort() + "-" + permission.toPort();
  }

  private static String sources(IpPermission permission) {
    return Stream.of(
            permission.userIdGroupPairs().stream().map(UserIdGroupPair::groupId),
            permission.ipRanges().stream().map(IpRange::cidrIp),
            permission.ipv6Ranges().stream().map(Ipv6Range::cidrIpv6),
            permission.prefixListIds().stream().map(PrefixListId::prefixListId))
        .flatMap(one -> one)
        .sorted()
        .collect(Collectors.joining(","));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    Ec2Client ec2 = client(clients);
    String id =
        ec2.createSecurityGroup(
                request ->
                    request
                        .groupName(creation.awsName())
                        .description(settings.description())
                        .vpcId(settings.vpcId())
                        .tagSpecifications(
                            spec ->
                                spec.resourceType(ResourceType.SECURITY_GROUP)
                                    .tags(tags(creation.tags()))))
            .groupId();
    ec2.authorizeSecurityGroupIngress(
        request -> request.groupId(id).ipPermissions(permission(settings.ingress())));
  }

  /** What is missing first, so that no client is cut off; then what is too much goes. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    Ec2Client ec2 = client(clients);
    String id = update.found().id();
    String[] wanted = update.settings().ingress().split(" ");
    Set<String> missing = new TreeSet<>(Arrays.asList(wanted[2].split(",")));
    List<IpPermission> there =
        ec2.describeSecurityGroups(request -> request.groupIds(id))
            .securityGroups()
            .getFirst()
            .ipPermissions();
    Set<String> kept =
        there.stream()
            .filter(p -> p.ipProtocol().equals(wanted[0]) && ports(p).equals(wanted[1]))
            .flatMap(p -> Stream.of(sources(p).split(",")))
            .filter(missing::contains)
            .collect(Collectors.toSet());
    missing.removeAll(kept);
    if (!missing.isEmpty()) {
      String rest = wanted[0] + " " + wanted[1] + " " + String.join(",", missing);
      ec2.authorizeSecurityGroupIngress(
          request -> request.groupId(id).ipPermissions(permission(rest)));
    }
    List<IpPermission> surplus =
        there.stream()
            .map(
                p ->
                    p.ipProtocol().equals(wanted[0]) && ports(p).equals(wanted[1])
                        ? without(p, kept)
                        : p)
            .filter(p -> !sources(p).isEmpty())
            .toList();
    if (!surplus.isEmpty()) {
      ec2.revokeSecurityGroupIngress(request -> request.groupId(id).ipPermissions(surplus));
    }
  }

  private static IpPermission without(IpPermission permission, Set<String> kept) {
    return permission.toBuilder()
        .userIdGroupPairs(
            permission.userIdGroupPairs().stream()
                .filter(pair -> !kept.contains(pair.groupId()))
                .toList())
        .ipRanges(permission.ipRanges().stream().filter(r -> !kept.contains(r.cidrIp())).toList())
        .build();
  }

  private static IpPermission permission(String ingress) {
    String[] words = ingress.split(" ");
    int port = Integer.parseInt(words[1]);
    List<String> sources = List.of(words[2].split(","));
    return IpPermission.builder()
        .ipProtocol(words[0])
        .fromPort(port)
        .toPort(port)
        .userIdGroupPairs(
            sources.stream()
                .filter(source -> source.startsWith("sg-"))
                .map(source -> UserIdGroupPair.builder().groupId(source).build())
                .toList())
        .ipRanges(
            sources.stream()
                .filter(source -> !source.startsWith("sg-"))
                .map(source -> IpRange.builder().cidrIp(source).build())
                .toList())
        .build();
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteSecurityGroup(request -> request.groupId(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).createTags(request -> request.resources(found.id()).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static Ec2Client client(Clients clients) {
    return clients.of(Ec2Client.class, Ec2Client::builder);
  }
}
