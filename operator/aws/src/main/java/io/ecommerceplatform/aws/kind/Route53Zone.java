package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.HostedZone;

/**
 * The public zone that the records of a platform stand in, by its name; only looked at. A name that
 * two zones have tells neither.
 */
public final class Route53Zone implements LookedAt<Route53Zone.Settings> {
  public static final ItemType TYPE =
      ItemType.of("route53.HostedZone", Identity.NAME, 255).global();

  /** A zone has no fields of ours. */
  public record Settings() {}

  /** Id of the platform's zone. */
  static String id(Aws aws) {
    return Reference.to(TYPE, aws.region(), aws.edge().hostedZone(), "id").text();
  }

  /** All public zones of the account. */
  static Stream<HostedZone> all(Clients clients) {
    return client(clients).listHostedZonesPaginator(request -> {}).hostedZones().stream()
        .filter(zone -> zone.config() == null || !Boolean.TRUE.equals(zone.config().privateZone()));
  }

  /** {@code Z123} of {@code /hostedzone/Z123}. */
  static String id(HostedZone zone) {
    return zone.id().substring(zone.id().lastIndexOf('/') + 1);
  }

  /** A name without the dot at its end. */
  static String plain(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  static Route53Client client(Clients clients) {
    return clients.of(Route53Client.class, Route53Client::builder);
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
    return Set.of("route53:ListHostedZones");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    String zone = aws.edge().hostedZone();
    return zone.isEmpty()
        ? List.of()
        : List.of(
            Wish.of(zone, "spec.domain.hostedZone", zone, new Settings())
                .lookedAt(
                    "the account has no public hosted zone %s, or more than one; make it, or leave the field out and write the records yourself"
                        .formatted(zone)));
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    Map<String, List<String>> ids =
        all(clients)
            .collect(
                Collectors.groupingBy(
                    zone -> plain(zone.name()),
                    Collectors.mapping(Route53Zone::id, Collectors.toList())));
    return ids.entrySet().stream()
        .filter(zone -> zone.getValue().size() == 1)
        .map(zone -> found(zone.getKey(), zone.getValue().getFirst()))
        .toList();
  }

  private static Found<Settings> found(String name, String id) {
    return Found.ready(name, id, new Settings(), Map.of(), Map.of("id", id));
  }
}
