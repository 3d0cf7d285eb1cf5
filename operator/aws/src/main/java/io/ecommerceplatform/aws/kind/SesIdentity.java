package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsMail;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetEmailIdentityResponse;
import software.amazon.awssdk.services.sesv2.model.IdentityInfo;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;

/** Domains that SES sends mail of, signed with DKIM. */
public final class SesIdentity implements AwsKind<SesIdentity.Settings> {
  public static final ItemType TYPE = ItemType.of(AwsMail.TYPE, Identity.NAME, 320);

  /** How many keys SES signs with; each has a record. */
  static final int KEYS = 3;

  private static final String HOST = "dkim.amazonses.com";

  /** Its fields, named as SES names them. */
  public record Settings(
      String configurationSetName, Boolean signingEnabled, Boolean emailForwardingEnabled) {}

  /** Name of the record of one key. */
  static String recordName(Aws aws, AwsMail mail, int key) {
    return "%s._domainkey.%s".formatted(token(aws, key), mail.domain());
  }

  /** What it says. */
  static String recordValue(Aws aws, int key) {
    return token(aws, key) + "." + HOST;
  }

  private static String token(Aws aws, int key) {
    return Reference.to(TYPE, aws.region(), AwsMail.NAME, "token" + key).text();
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
        "ses:ListEmailIdentities",
        "ses:GetEmailIdentity",
        "ses:CreateEmailIdentity",
        "ses:PutEmailIdentityConfigurationSetAttributes",
        "ses:PutEmailIdentityDkimAttributes",
        "ses:PutEmailIdentityFeedbackAttributes",
        "ses:TagResource",
        "ses:DeleteEmailIdentity");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.mail().stream()
        .map(
            mail ->
                Wish.of(
                    AwsMail.NAME,
                    AwsMail.PATH,
                    mail.domain(),
                    new Settings(SesConfigurationSet.name(aws).text(), true, true)))
        .toList();
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows neither tags nor keys
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    SesV2Client ses = SesConfigurationSet.client(clients);
    return ses.listEmailIdentitiesPaginator(request -> {}).stream()
        .flatMap(page -> page.emailIdentities().stream())
        .map(IdentityInfo::identityName)
        .filter(interest::has)
        .flatMap(name -> read(ses, name).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(SesV2Client ses, String name) {
    try {
      GetEmailIdentityResponse identity =
          ses.getEmailIdentity(request -> request.emailIdentity(name));
      Settings settings =
          new Settings(
              identity.configurationSetName(),
              identity.dkimAttributes().signingEnabled(),
              identity.feedbackForwardingStatus());
      return Optional.of(
          Found.of(
              name,
              name,
              settings,
              SesConfigurationSet.tags(identity.tags()),
              health(name, identity),
              outputs(name, identity)));
    } catch (NotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  private static ItemHealth health(String name, GetEmailIdentityResponse identity) {
    if (Boolean.TRUE.equals(identity.verifiedForSendingStatus())) {
      return new ItemHealth.Ready();
    }
    return new ItemHealth.Progressing(
        identity.dkimAttributes().tokens().stream()
            .findFirst()
            .map(
                token ->
                    "SES waits for the DNS record %s._domainkey.%s CNAME %s.%s and those of its other keys; write them, unless spec.domain.hostedZone has the operator do so"
                        .formatted(token, name, token, HOST))
            .orElse("is being verified"));
  }

  private static Map<String, String> outputs(String name, GetEmailIdentityResponse identity) {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("name", name);
    List<String> tokens = identity.dkimAttributes().tokens();
    for (int key = 0; key < tokens.size(); key++) {
      outputs.put("token" + key, tokens.get(key));
    }
    if (Boolean.TRUE.equals(identity.verifiedForSendingStatus())) {
      outputs.put(AwsMail.VERIFIED, name);
    }
    return outputs;
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    SesConfigurationSet.client(clients)
        .createEmailIdentity(
            request ->
                request
                    .emailIdentity(creation.awsName())
                    .configurationSetName(creation.settings().configurationSetName())
                    .tags(SesConfigurationSet.tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    SesV2Client ses = SesConfigurationSet.client(clients);
    Settings settings = update.settings();
    String name = update.found().awsName();
    if (update.changes("configurationSetName")) {
      ses.putEmailIdentityConfigurationSetAttributes(
          r -> r.emailIdentity(name).configurationSetName(settings.configurationSetName()));
    }
    if (update.changes("signingEnabled")) {
      ses.putEmailIdentityDkimAttributes(
          r -> r.emailIdentity(name).signingEnabled(settings.signingEnabled()));
    }
    if (update.changes("emailForwardingEnabled")) {
      ses.putEmailIdentityFeedbackAttributes(
          r -> r.emailIdentity(name).emailForwardingEnabled(settings.emailForwardingEnabled()));
    }
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    SesConfigurationSet.client(clients)
        .deleteEmailIdentity(request -> request.emailIdentity(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    SesConfigurationSet.tag(clients, "identity/" + found.awsName(), tags);
  }
}
