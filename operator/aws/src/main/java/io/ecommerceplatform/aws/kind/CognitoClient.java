package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsAuth;
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
import java.util.stream.Stream;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.TokenValidityUnitsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/**
 * Clients of user pools: what the shop signs customers in with. It has no secret, as it also runs
 * in browsers. Cognito gives it an id, no tags and no token: it belongs to whom its pool belongs.
 */
public final class CognitoClient implements AwsKind<CognitoClient.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsAuth.CLIENT_TYPE, Identity.CHILD, 128)
          .with("userPoolId", FieldRule.REPLACE)
          .with("explicitAuthFlows", FieldRule.SET)
          .with("supportedIdentityProviders", FieldRule.SET)
          .with("allowedOAuthFlows", FieldRule.SET)
          .with("allowedOAuthScopes", FieldRule.SET)
          .with("callbackURLs", FieldRule.SET)
          .with("logoutURLs", FieldRule.SET);

  /** The user service gives tokens the same lives. */
  private static final int MINUTES_OF_ACCESS = 15;

  private static final int DAYS_OF_REFRESH = 30;
  private static final TokenValidityUnits UNITS =
      new TokenValidityUnits("minutes", "minutes", "days");

  /** In what the lives of tokens are said. */
  public record TokenValidityUnits(String accessToken, String idToken, String refreshToken) {}

  /** Its fields, named as Cognito names them. */
  public record Settings(
      String userPoolId,
      List<String> explicitAuthFlows,
      Integer accessTokenValidity,
      Integer idTokenValidity,
      Integer refreshTokenValidity,
      TokenValidityUnits tokenValidityUnits,
      Boolean enableTokenRevocation,
      String preventUserExistenceErrors,
      List<String> supportedIdentityProviders,
      Boolean allowedOAuthFlowsUserPoolClient,
      List<String> allowedOAuthFlows,
      List<String> allowedOAuthScopes,
      List<String> callbackURLs,
      List<String> logoutURLs) {}

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
        "cognito-idp:ListUserPoolClients",
        "cognito-idp:DescribeUserPoolClient",
        "cognito-idp:CreateUserPoolClient",
        "cognito-idp:UpdateUserPoolClient",
        "cognito-idp:DeleteUserPoolClient");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    String pool = Reference.to(CognitoUserPool.TYPE, aws.region(), AwsAuth.NAME, "id").text();
    return aws.auth().stream()
        .map(
            auth ->
                Wish.of(AwsAuth.NAME, AwsAuth.PATH, name(pool, AwsAuth.NAME), settings(pool, auth)))
        .toList();
  }

  /** Two pools may have clients of one name. */
  private static String name(String pool, String client) {
    return pool + "/" + client;
  }

  private static Settings settings(String pool, AwsAuth auth) {
    boolean hasPage = auth.host().isPresent();
    List<String> back = auth.host().map("https://%s"::formatted).stream().toList();
    return new Settings(
        pool,
        List.of("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"),
        MINUTES_OF_ACCESS,
        MINUTES_OF_ACCESS,
        DAYS_OF_REFRESH,
        UNITS,
        true,
        "ENABLED",
        List.of("COGNITO"),
        hasPage,
        hasPage ? List.of("code") : List.of(),
        hasPage ? List.of("openid", "email", "profile") : List.of(),
        back,
        back);
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return Cognito.pools(clients, interest).stream()
        .flatMap(pool -> ofPool(clients, pool))
        .toList();
  }

  private static Stream<Found<Settings>> ofPool(Clients clients, UserPoolType pool) {
    CognitoIdentityProviderClient cognito = Cognito.client(clients);
    return cognito.listUserPoolClientsPaginator(request -> request.userPoolId(pool.id())).stream()
        .flatMap(page -> page.userPoolClients().stream())
        .flatMap(one -> read(cognito, pool, one.clientId()).stream());
  }

  private static Optional<Found<Settings>> read(
      CognitoIdentityProviderClient cognito, UserPoolType pool, String id) {
    try {
      UserPoolClientType client =
          cognito
              .describeUserPoolClient(r -> r.userPoolId(pool.id()).clientId(id))
              .userPoolClient();
      return Optional.of(
          Found.child(
              name(pool.id(), client.clientName()),
              id,
              settings(client),
              Map.of("clientId", id),
              List.of(pool.arn())));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  private static Settings settings(UserPoolClientType client) {
    TokenValidityUnitsType units = client.tokenValidityUnits();
    return new Settings(
        client.userPoolId(),
        client.explicitAuthFlowsAsStrings(),
        client.accessTokenValidity(),
        client.idTokenValidity(),
        client.refreshTokenValidity(),
        units == null
            ? null
            : new TokenValidityUnits(
                units.accessTokenAsString(), units.idTokenAsString(), units.refreshTokenAsString()),
        client.enableTokenRevocation(),
        client.preventUserExistenceErrorsAsString(),
        client.supportedIdentityProviders(),
        Boolean.TRUE.equals(client.allowedOAuthFlowsUserPoolClient()),
        client.allowedOAuthFlowsAsStrings(),
        client.allowedOAuthScopes(),
        client.callbackURLs(),
        client.logoutURLs());
  }

  /** Sent once: a second call after a lost answer would make another client of the same name. */
  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    String name = creation.awsName();
    CreateUserPoolClientRequest.Builder request = CreateUserPoolClientRequest.builder();
    SdkFields.copy(with(creation.settings(), UserPoolClientType.builder()), request);
    Cognito.client(clients.once())
        .createUserPoolClient(
            request
                .clientName(name.substring(name.indexOf('/') + 1))
                .generateSecret(false)
                .build());
  }

  private static UserPoolClientType with(Settings settings, UserPoolClientType.Builder client) {
    return client
        .userPoolId(settings.userPoolId())
        .explicitAuthFlowsWithStrings(settings.explicitAuthFlows())
        .accessTokenValidity(settings.accessTokenValidity())
        .idTokenValidity(settings.idTokenValidity())
        .refreshTokenValidity(settings.refreshTokenValidity())
        .tokenValidityUnits(units(settings))
        .enableTokenRevocation(settings.enableTokenRevocation())
        .preventUserExistenceErrors(settings.preventUserExistenceErrors())
        .supportedIdentityProviders(settings.supportedIdentityProviders())
        .allowedOAuthFlowsUserPoolClient(settings.allowedOAuthFlowsUserPoolClient())
        .allowedOAuthFlowsWithStrings(settings.allowedOAuthFlows())
        .allowedOAuthScopes(settings.allowedOAuthScopes())
        .callbackURLs(settings.callbackURLs())
        .logoutURLs(settings.logoutURLs())
        .build();
  }

  private static TokenValidityUnitsType units(Settings settings) {
    TokenValidityUnits units = settings.tokenValidityUnits();
    return TokenValidityUnitsType.builder()
        .accessToken(units.accessToken())
        .idToken(units.idToken())
        .refreshToken(units.refreshToken())
        .build();
  }

  /** All that is there is sent, as the rest would be set back. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    CognitoIdentityProviderClient cognito = Cognito.client(clients);
    Settings settings = update.settings();
    UserPoolClientType client =
        cognito
            .describeUserPoolClient(
                r -> r.userPoolId(settings.userPoolId()).clientId(update.found().id()))
            .userPoolClient();
    UpdateUserPoolClientRequest.Builder request = UpdateUserPoolClientRequest.builder();
    SdkFields.copy(with(settings, client.toBuilder()), request);
    cognito.updateUserPoolClient(request.build());
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    String pool = found.settings().path("userPoolId").asText();
    Cognito.client(clients).deleteUserPoolClient(r -> r.userPoolId(pool).clientId(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    throw new UnsupportedOperationException("a client of a pool has no tags");
  }
}
