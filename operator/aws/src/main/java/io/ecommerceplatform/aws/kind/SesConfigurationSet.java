package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsMail;
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
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetConfigurationSetResponse;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.Tag;

/** Configuration sets of SES: mail goes encrypted or not at all, and never twice to who refused. */
public final class SesConfigurationSet implements AwsKind<SesConfigurationSet.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsMail.SET_TYPE, Identity.NAME, 64).with("suppressedReasons", FieldRule.SET);

  /** Its fields, named as SES names them. */
  public record Settings(
      String tlsPolicy,
      Boolean reputationMetricsEnabled,
      Boolean sendingEnabled,
      List<String> suppressedReasons) {}

  static Reference name(Aws aws) {
    return Reference.to(TYPE, aws.region(), AwsMail.NAME, "name");
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
        "ses:ListConfigurationSets",
        "ses:GetConfigurationSet",
        "ses:CreateConfigurationSet",
        "ses:PutConfigurationSetDeliveryOptions",
        "ses:PutConfigurationSetReputationOptions",
        "ses:PutConfigurationSetSendingOptions",
        "ses:PutConfigurationSetSuppressionOptions",
        "ses:TagResource",
        "ses:DeleteConfigurationSet");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.mail().stream()
        .map(
            mail ->
                Wish.of(
                    AwsMail.NAME,
                    AwsMail.PATH,
                    "",
                    new Settings("REQUIRE", true, true, List.of("BOUNCE", "COMPLAINT"))))
        .toList();
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows names alone
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    SesV2Client ses = client(clients);
    return ses.listConfigurationSetsPaginator(request -> {}).stream()
        .flatMap(page -> page.configurationSets().stream())
        .filter(interest::has)
        .flatMap(name -> read(ses, name).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(SesV2Client ses, String name) {
    try {
      GetConfigurationSetResponse set =
          ses.getConfigurationSet(request -> request.configurationSetName(name));
      Settings settings =
          new Settings(
              set.deliveryOptions() == null ? null : set.deliveryOptions().tlsPolicyAsString(),
              set.reputationOptions() != null
                  && Boolean.TRUE.equals(set.reputationOptions().reputationMetricsEnabled()),
              set.sendingOptions() == null
                  || Boolean.TRUE.equals(set.sendingOptions().sendingEnabled()),
              set.suppressionOptions() == null
                  ? List.of()
                  : set.suppressionOptions().suppressedReasonsAsStrings());
      return Optional.of(Found.ready(name, name, settings, tags(set.tags()), Map.of("name", name)));
    } catch (NotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createConfigurationSet(
            request ->
                request
                    .configurationSetName(creation.awsName())
                    .deliveryOptions(o -> o.tlsPolicy(settings.tlsPolicy()))
                    .reputationOptions(
                        o -> o.reputationMetricsEnabled(settings.reputationMetricsEnabled()))
                    .sendingOptions(o -> o.sendingEnabled(settings.sendingEnabled()))
                    .suppressionOptions(
                        o -> o.suppressedReasonsWithStrings(settings.suppressedReasons()))
                    .tags(tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    SesV2Client ses = client(clients);
    Settings settings = update.settings();
    String name = update.found().awsName();
    if (update.changes("tlsPolicy")) {
      ses.putConfigurationSetDeliveryOptions(
          r -> r.configurationSetName(name).tlsPolicy(settings.tlsPolicy()));
    }
    if (update.changes("reputationMetricsEnabled")) {
      ses.putConfigurationSetReputationOptions(
          r ->
              r.configurationSetName(name)
                  .reputationMetricsEnabled(settings.reputationMetricsEnabled()));
    }
    if (update.changes("sendingEnabled")) {
      ses.putConfigurationSetSendingOptions(
          r -> r.configurationSetName(name).sendingEnabled(settings.sendingEnabled()));
    }
    if (update.changes("suppressedReasons")) {
      ses.putConfigurationSetSuppressionOptions(
          r ->
              r.configurationSetName(name)
                  .suppressedReasonsWithStrings(settings.suppressedReasons()));
    }
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients)
        .deleteConfigurationSet(request -> request.configurationSetName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    tag(clients, "configuration-set/" + found.awsName(), tags);
  }

  /** SES tells no ARNs of what it makes, and asks for them. */
  static void tag(Clients clients, String resource, Map<String, String> tags) {
    String arn = arn(clients.region(), clients.account(), resource);
    client(clients).tagResource(request -> request.resourceArn(arn).tags(tags(tags)));
  }

  static String arn(String region, String account, String resource) {
    return "arn:%s:ses:%s:%s:%s".formatted(Partition.of(region), region, account, resource);
  }

  static Map<String, String> tags(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  /** That of everything of SES. */
  static SesV2Client client(Clients clients) {
    return clients.of(SesV2Client.class, SesV2Client::builder);
  }
}
