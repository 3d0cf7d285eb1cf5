package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsEdge;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;

/** The addresses from which CloudFront calls load balancers, as a list that AWS keeps. */
public final class Ec2PrefixList implements LookedAt<Ec2PrefixList.Settings> {
  public static final ItemType TYPE = ItemType.of(AwsEdge.PREFIX_LIST, Identity.NAME, 255);

  private static final String NAME = AwsEdge.CLOUDFRONT_ADDRESSES;

  /** A list of AWS has no fields of ours. */
  public record Settings() {}

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
    return Set.of("ec2:DescribeManagedPrefixLists");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.edge().cdnOnly()
        ? List.of(
            Wish.of("cloudfront", "spec.edge.ingress.access", NAME, new Settings())
                .lookedAt("this region has no list of CloudFront's addresses; use access: Public"))
        : List.of();
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return clients
        .of(Ec2Client.class, Ec2Client::builder)
        .describeManagedPrefixListsPaginator(
            request -> request.filters(filter -> filter.name("prefix-list-name").values(NAME)))
        .prefixLists()
        .stream()
        .map(Ec2PrefixList::found)
        .toList();
  }

  private static Found<Settings> found(ManagedPrefixList list) {
    return Found.of(
        list.prefixListName(),
        list.prefixListArn(),
        new Settings(),
        Map.of(),
        new ItemHealth.Ready(),
        Map.of(AwsEdge.PREFIX_LIST_ID, list.prefixListId()));
  }
}
