package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCdn;
import io.ecommerceplatform.model.AwsCertificate;
import io.ecommerceplatform.model.AwsMail;
import io.ecommerceplatform.model.AwsRecord;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Records of Route 53: those that ACM wants to see, and those that lead hosts to the load balancer.
 * A record has no tags; a TXT record beside it, written in the same call, says whose it is.
 *
 * <p>All public zones are read, not only those that somebody names: what is ours has to be found
 * when the resource names another zone.
 */
public final class Route53Record implements AwsKind<Route53Record.Settings> {
  public static final ItemType TYPE =
      ItemType.of("route53.Record", Identity.CHILD, 600)
          .global()
          .marked()
          .with("resourceRecords", FieldRule.SET);

  private static final long TTL = 300;
  private static final int PAGE = 300;

  /** Values of the records that ACM wants to see. */
  private static final String VALIDATION = ".acm-validations.aws";

  /**
   * Its fields, named as Route 53 names them; either an alias target, or a TTL and values.
   *
   * @param name without the dot at its end
   */
  public record Settings(
      String hostedZoneId,
      String name,
      String type,
      Long ttl,
      List<String> resourceRecords,
      AliasTarget aliasTarget) {}

  /** What an alias is an alias of. */
  public record AliasTarget(String hostedZoneId, String dnsName, Boolean evaluateTargetHealth) {}

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
        "route53:ListHostedZones",
        "route53:ListResourceRecordSets",
        "route53:ChangeResourceRecordSets");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    Stream<Wish<Settings>> validations =
        aws.edge().certificate().stream().flatMap(certificate -> validations(certificate, aws));
    return Stream.of(
            validations,
            aws.edge().records().stream().map(record -> wish(record, aws)),
            toCdn(aws),
            aws.mail().stream().flatMap(mail -> keys(mail, aws)))
        .flatMap(Function.identity())
        .toList();
  }

  /** The host of the shop leads to CloudFront, with both families of addresses. */
  private static Stream<Wish<Settings>> toCdn(Aws aws) {
    AliasTarget target =
        new AliasTarget(CloudFrontDistribution.ZONE, CloudFrontDistribution.domainName(aws), false);
    return aws.edge().cdn().flatMap(AwsCdn::certificate).stream()
        .map(certificate -> certificate.hosts().getFirst())
        .filter(aws.edge()::isInZone)
        .flatMap(
            host ->
                Map.of("host", "A", "host-ipv6", "AAAA").entrySet().stream()
                    .map(
                        record ->
                            wish(
                                record.getKey(),
                                "spec.domain.hostedZone",
                                aws,
                                new Settings(
                                    Route53Zone.id(aws),
                                    host,
                                    record.getValue(),
                                    null,
                                    null,
                                    target))));
  }

  private static Stream<Wish<Settings>> validations(AwsCertificate certificate, Aws aws) {
    return certificate.hosts().stream()
        .filter(aws.edge()::isInZone)
        .map(
            host -> {
              String name = AcmCertificate.recordName(aws, certificate, host).text();
              String value = AcmCertificate.recordValue(aws, certificate, host).text();
              return wish(
                  "validation-" + Json.hash(host),
                  AwsCertificate.PATH,
                  aws,
                  new Settings(Route53Zone.id(aws), name, "CNAME", TTL, List.of(value), null));
            });
  }

  /** By which who gets mail sees that it is signed by whom it says. */
  private static Stream<Wish<Settings>> keys(AwsMail mail, Aws aws) {
    return IntStream.range(0, SesIdentity.KEYS)
        .filter(key -> aws.edge().isInZone(mail.domain()))
        .mapToObj(
            key ->
                wish(
                    "dkim-" + key,
                    AwsMail.PATH,
                    aws,
                    new Settings(
                        Route53Zone.id(aws),
                        SesIdentity.recordName(aws, mail, key),
                        "CNAME",
                        TTL,
                        List.of(SesIdentity.recordValue(aws, key)),
                        null)));
  }

  private static Wish<Settings> wish(AwsRecord record, Aws aws) {
    String zone = Route53Zone.id(aws);
    Settings settings =
        record.isAlias()
            ? new Settings(
                zone,
                record.host(),
                record.type(),
                null,
                null,
                new AliasTarget(record.aliasZoneId(), record.value(), true))
            : new Settings(zone, record.host(), record.type(), TTL, List.of(record.value()), null);
    return wish(record.name(), "spec.domain.hostedZone", aws, settings);
  }

  private static Wish<Settings> wish(String name, String path, Aws aws, Settings settings) {
    String awsName = awsName(settings.type(), settings.name(), aws.edge().hostedZone());
    return Wish.of(name, path, awsName, settings);
  }

  /** A record is known by its type, its name and its zone. */
  private static String awsName(String type, String name, String zone) {
    return "%s %s in %s".formatted(type, name, zone);
  }

  @Override
  public boolean isReadInBulk() {
    return false; // a page for each zone
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    List<Found<Settings>> found = new ArrayList<>();
    Route53Zone.all(clients).forEach(zone -> found.addAll(read(zone, clients, interest)));
    return found;
  }

  /** What is ours of a zone, and what has the name of something that somebody wants. */
  private static List<Found<Settings>> read(HostedZone zone, Clients clients, Interest interest) {
    List<ResourceRecordSet> sets =
        Route53Zone.client(clients)
            .listResourceRecordSetsPaginator(
                request -> request.hostedZoneId(zone.id()).maxItems(String.valueOf(PAGE)))
            .resourceRecordSets()
            .stream()
            .filter(set -> set.setIdentifier() == null)
            .toList();
    Map<String, Map<String, String>> owners = owners(sets);
    String zoneName = Route53Zone.plain(zone.name());
    return sets.stream()
        .filter(set -> !set.typeAsString().equals("TXT"))
        .map(set -> found(set, zone, zoneName, owners))
        .filter(
            one ->
                !one.tags().isEmpty()
                    || interest.has(one.awsName())
                    || (interest.has(zoneName) && isValidation(one.settings())))
        .toList();
  }

  private static Map<String, Map<String, String>> owners(List<ResourceRecordSet> sets) {
    return sets.stream()
        .filter(set -> set.typeAsString().equals("TXT"))
        .filter(RecordOwner::isOne)
        .collect(
            Collectors.toMap(
                set -> Route53Zone.plain(set.name()), RecordOwner::tags, (one, other) -> one));
  }

  private static boolean isValidation(Settings settings) {
    return settings.resourceRecords() != null
        && settings.resourceRecords().stream()
            .anyMatch(value -> Route53Zone.plain(value).endsWith(VALIDATION));
  }

  private static Found<Settings> found(
      ResourceRecordSet set,
      HostedZone zone,
      String zoneName,
      Map<String, Map<String, String>> owners) {
    String name = Route53Zone.plain(set.name());
    Settings settings =
        new Settings(
            Route53Zone.id(zone),
            name,
            set.typeAsString(),
            set.ttl(),
            set.hasResourceRecords() && !set.resourceRecords().isEmpty()
                ? set.resourceRecords().stream().map(ResourceRecord::value).toList()
                : null,
            set.aliasTarget() == null
                ? null
                : new AliasTarget(
                    set.aliasTarget().hostedZoneId(),
                    Route53Zone.plain(set.aliasTarget().dnsName()),
                    set.aliasTarget().evaluateTargetHealth()));
    String awsName = awsName(settings.type(), name, zoneName);
    return Found.ready(
        awsName,
        awsName,
        settings,
        owners.getOrDefault(RecordOwner.name(settings.type(), name), Map.of()),
        Map.of("name", name));
  }

  /** Created, not upserted: what somebody else wrote in between is not overwritten. */
  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    send(
        clients,
        settings.hostedZoneId(),
        change(ChangeAction.CREATE, set(settings)),
        change(ChangeAction.UPSERT, RecordOwner.set(settings, creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    Settings settings = update.settings();
    send(clients, settings.hostedZoneId(), change(ChangeAction.UPSERT, set(settings)));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Settings settings = Json.typed(found.settings(), Settings.class);
    send(
        clients,
        settings.hostedZoneId(),
        change(ChangeAction.DELETE, set(settings)),
        change(ChangeAction.DELETE, RecordOwner.set(settings, found.tags())));
  }

  /** Takes one over. */
  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Settings settings = Json.typed(found.settings(), Settings.class);
    send(
        clients,
        settings.hostedZoneId(),
        change(ChangeAction.UPSERT, RecordOwner.set(settings, tags)));
  }

  private static void send(Clients clients, String zone, Change... changes) {
    Route53Zone.client(clients)
        .changeResourceRecordSets(
            request -> request.hostedZoneId(zone).changeBatch(batch -> batch.changes(changes)));
  }

  private static Change change(ChangeAction action, ResourceRecordSet set) {
    return Change.builder().action(action).resourceRecordSet(set).build();
  }

  private static ResourceRecordSet set(Settings settings) {
    ResourceRecordSet.Builder set =
        ResourceRecordSet.builder().name(settings.name()).type(settings.type());
    AliasTarget alias = settings.aliasTarget();
    if (alias != null) {
      return set.aliasTarget(
              target ->
                  target
                      .hostedZoneId(alias.hostedZoneId())
                      .dnsName(alias.dnsName())
                      .evaluateTargetHealth(alias.evaluateTargetHealth()))
          .build();
    }
    return set.ttl(settings.ttl())
        .resourceRecords(
            settings.resourceRecords().stream()
                .map(value -> ResourceRecord.builder().value(value).build())
                .toList())
        .build();
  }
}
