package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsAuth;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemNames;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DomainDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * Where the pages of a user pool are: a prefix of Amazon's own domain, that no two pools of a
 * region share, of whatever account. It belongs to whom its pool belongs.
 */
public final class CognitoDomain implements AwsKind<CognitoDomain.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsAuth.DOMAIN_TYPE, Identity.CHILD, 63).with("userPoolId", FieldRule.REPLACE);

  /** Words that Cognito lets nobody use. */
  private static final String RESERVED = "aws|amazon|cognito";

  /** Its field, named as Cognito names it. */
  public record Settings(String userPoolId) {}

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
        "cognito-idp:ListUserPools",
        "cognito-idp:DescribeUserPool",
        "cognito-idp:DescribeUserPoolDomain",
        "cognito-idp:CreateUserPoolDomain",
        "cognito-idp:DeleteUserPoolDomain");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    String pool = Reference.to(CognitoUserPool.TYPE, aws.region(), AwsAuth.NAME, "id").text();
    return aws.auth().flatMap(AwsAuth::host).stream()
        .map(host -> Wish.of(AwsAuth.NAME, AwsAuth.PATH, prefix(platform, aws), new Settings(pool)))
        .toList();
  }

  private static String prefix(Platform platform, Aws aws) {
    return new ItemNames(platform.owner())
        .of(TYPE, aws.region(), AwsAuth.NAME, "")
        .replaceAll(RESERVED, "x");
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return Cognito.pools(clients, interest).stream()
        .filter(pool -> pool.domain() != null)
        .flatMap(pool -> read(clients, pool).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(Clients clients, UserPoolType pool) {
    DomainDescriptionType domain =
        Cognito.client(clients)
            .describeUserPoolDomain(request -> request.domain(pool.domain()))
            .domainDescription();
    if (domain == null || domain.userPoolId() == null) {
      return Optional.empty(); // gone between the two calls
    }
    String host = "%s.auth.%s.amazoncognito.com".formatted(domain.domain(), clients.region());
    return Optional.of(
        new Found<>(
            domain.domain(),
            domain.domain(),
            new Settings(domain.userPoolId()),
            Map.of(),
            health(domain),
            Map.of("domain", host, "url", "https://" + host),
            List.of(pool.arn())));
  }

  private static ItemHealth health(DomainDescriptionType domain) {
    return switch (domain.status()) {
      case ACTIVE -> new ItemHealth.Ready();
      case DELETING -> new ItemHealth.Deleting();
      case FAILED -> new ItemHealth.Failed("Cognito could not make the domain");
      case CREATING, UPDATING, UNKNOWN_TO_SDK_VERSION ->
          new ItemHealth.Progressing("Cognito says that it is " + domain.statusAsString());
    };
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Cognito.client(clients)
        .createUserPoolDomain(
            request ->
                request.domain(creation.awsName()).userPoolId(creation.settings().userPoolId()));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    throw new UnsupportedOperationException("nothing of a domain is changed in place");
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    String pool = found.settings().path("userPoolId").asText();
    Cognito.client(clients).deleteUserPoolDomain(r -> r.domain(found.id()).userPoolId(pool));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a domain has no tags");
  }
}
