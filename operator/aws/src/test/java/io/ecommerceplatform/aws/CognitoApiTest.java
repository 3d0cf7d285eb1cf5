package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** Cognito sets back what a change does not say: nothing of anybody's may be lost by that. */
@LocalAws
class CognitoApiTest {
  private static final String SHOP =
      """
      profile: Economy
      domain: {host: %s}
      aws: {identity: default, regions: [{name: us-east-1}], tags: {team: core}}
      services: [{name: user}]
      messaging: {transport: Kafka}
      auth: {provider: Cognito, mfa: Required}
      """;
  private static final String SUBJECT = "Welcome to the shop";

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
  }

  @AfterEach
  void leaveNothing(AwsEmulator aws) {
    aws.reset();
  }

  @Test
  void aPoolIsMadeWithItsSecondFactor() {
    engine.converge(shop("aws-shop", "shop.example.com"));
    assertThat(pool().mfaConfiguration()).isEqualTo(UserPoolMfaType.ON);
    assertThat(
            cognito()
                .getUserPoolMfaConfig(r -> r.userPoolId(pool().id()))
                .softwareTokenMfaConfiguration()
                .enabled())
        .isTrue();
    assertThat(pool().domain()).startsWith("x-shop-customers-");
    assertThat(client().clientSecret()).isNull();
    assertThat(client().callbackURLs()).containsExactly("https://shop.example.com");
  }

  @Test
  void aChangeKeepsWhatSomebodySetBeside() {
    engine.converge(shop("shop", "shop.example.com"));
    UserPoolType before = pool();
    cognito()
        .updateUserPool(
            UpdateUserPoolRequest.builder()
                .userPoolId(before.id())
                .mfaConfiguration(before.mfaConfiguration())
                .userPoolTags(before.userPoolTags())
                .emailVerificationSubject(SUBJECT)
                .lambdaConfig(l -> l.postConfirmation("arn:aws:lambda:us-east-1:1:function:hi"))
                .build());
    cognito()
        .updateUserPoolClient(
            r ->
                r.userPoolId(before.id())
                    .clientId(client().clientId())
                    .readAttributes("email", "name"));

    engine.rest(Duration.ofHours(2));
    engine.converge(shop("shop", "market.example.com"));
    UserPoolType after = pool();
    assertThat(after.emailVerificationSubject()).isEqualTo(SUBJECT);
    assertThat(after.lambdaConfig().postConfirmation()).endsWith(":hi");
    assertThat(after.mfaConfiguration()).isEqualTo(UserPoolMfaType.ON);
    assertThat(after.userPoolTags())
        .containsEntry("team", "core")
        .containsAllEntriesOf(before.userPoolTags());
    assertThat(after.policies().passwordPolicy().minimumLength()).isEqualTo(12);
    assertThat(client().readAttributes()).containsExactly("email", "name");
    assertThat(client().callbackURLs()).containsExactly("https://market.example.com");
  }

  private static Platform shop(String name, String host) {
    return EngineLife.platform(name, SHOP.formatted(host));
  }

  private UserPoolType pool() {
    String id =
        cognito().listUserPools(request -> request.maxResults(10)).userPools().getFirst().id();
    return cognito().describeUserPool(request -> request.userPoolId(id)).userPool();
  }

  private UserPoolClientType client() {
    String pool = pool().id();
    String id =
        cognito()
            .listUserPoolClients(r -> r.userPoolId(pool))
            .userPoolClients()
            .getFirst()
            .clientId();
    return cognito().describeUserPoolClient(r -> r.userPoolId(pool).clientId(id)).userPoolClient();
  }

  private CognitoIdentityProviderClient cognito() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(CognitoIdentityProviderClient.class, CognitoIdentityProviderClient::builder);
  }
}
