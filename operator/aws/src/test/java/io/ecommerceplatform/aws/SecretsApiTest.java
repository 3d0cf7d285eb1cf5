package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.resource.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;

/** The copies in Secrets Manager have what the cluster has, whoever changed either of them. */
@LocalAws
class SecretsApiTest {
  private static final Duration LATER = Duration.ofHours(2);
  private static final String KEYS = "shop/payment/keys";

  private final HandClock clock = new HandClock();
  private EngineLife engine;
  private Platform shop;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
    shop = ContractRow.platform("secrets");
    engine.converge(shop);
    shop = again("secrets");
    engine.converge(shop);
  }

  @Test
  void theyAreWhatTheClusterHas() {
    assertThat(value(KEYS)).isEqualTo(Json.tree(Map.of("token", password("payment-keys"))));
    JsonNode login = value("shop/books/credentials");
    assertThat(login.path("engine").asText()).isEqualTo("mysql");
    assertThat(login.path("host").asText()).startsWith("shop-books.").endsWith(".amazonaws.com");
    assertThat(login.path("port").asText()).isEqualTo("3306");
    assertThat(login.path("dbname").asText()).isEqualTo("books");
    assertThat(login.path("database").asText()).isEqualTo("books");
    assertThat(login.path("password").asText()).isEqualTo(password("books-credentials"));
    assertThat(value("shop/sessions/credentials").path("host").asText()).contains("shop-sessions");
  }

  @Test
  void anotherContentIsAnotherVersionAndTheOldOneComesBack() {
    String before = current(KEYS);
    engine.rewriteSecrets(" of today");
    assertThat(engine.converge(shop)).extracting(Action::operation).containsOnly(Operation.UPDATE);
    assertThat(value(KEYS).path("token").asText())
        .isEqualTo(password("payment-keys") + " of today");

    engine.rewriteSecrets("");
    engine.rest(LATER);
    engine.converge(shop);
    assertThat(current(KEYS)).isEqualTo(before);
    assertThat(value(KEYS).path("token").asText()).isEqualTo(password("payment-keys"));
  }

  @Test
  void whatSomebodyWritesIsWrittenBack() {
    String before = current(KEYS);
    client().putSecretValue(request -> request.secretId(KEYS).secretString("{}"));
    engine.rest(LATER);
    List<Action> done = engine.converge(shop);
    assertThat(done).extracting(action -> action.ref().id()).hasSize(1);
    assertThat(current(KEYS)).isEqualTo(before);
    assertThat(value(KEYS).path("token").asText()).isEqualTo(password("payment-keys"));
  }

  @Test
  void aMovedStoreIsAnotherVersion() {
    Platform moved = ContractRow.platform("secrets"); // who does not know where it is now
    assertThat(engine.plan(moved).actions())
        .allSatisfy(
            action ->
                assertThat(action.changes()).extracting(c -> c.path()).containsOnly("versionId"))
        .extracting(action -> action.ref().name())
        .containsExactlyInAnyOrder("books_credentials", "sessions_credentials");
  }

  @Test
  void theyWaitForTheirDeletionAndAreCalledBack() {
    engine.converge(again("nothing"));
    assertThat(described(KEYS).deletedDate()).as("Retain is what holds for secrets").isNull();

    client().deleteSecret(request -> request.secretId(KEYS).recoveryWindowInDays(7L));
    engine.rest(LATER);
    engine.converge(shop);
    assertThat(described(KEYS).deletedDate()).isNull();
    assertThat(value(KEYS).path("token").asText()).isEqualTo(password("payment-keys"));
  }

  @Test
  void noFailureTellsAValueThatAwsQuotes(AwsEmulator aws) {
    engine.rewriteSecrets(" of \"today\"");
    aws.inject(
        AwsFault.error("secretsmanager", "PutSecretValue", "InvalidRequestException", 400)
            .quoting());
    engine.rest(LATER);
    assertNothingTold(shop, engine.pass(shop), "SecretString");
  }

  @Test
  void noCreationThatFailsTellsAPassword(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
    aws.inject(AwsFault.error(".*", "Create(DBInstance|Rep.*)", "InvalidParameter", 400).quoting());
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      outcomes.add(engine.pass(shop));
      engine.rest(Duration.ofSeconds(20));
    }
    assertNothingTold(shop, outcomes, "MasterUserPassword=***", "AuthToken=***");
  }

  /** What is said shows what AWS quoted, as far as it was none of a Secret's values. */
  private void assertNothingTold(Platform platform, Object outcome, String... quoted) {
    String told = outcome + "\n" + engine.verdicts(platform);
    assertThat(told).contains(quoted).doesNotContain("A-password-of-1");
  }

  private Platform again(String file) {
    return engine.again(shop, ContractRow.text(file));
  }

  private static String password(String secret) {
    return "A-password-of-1-" + secret;
  }

  private JsonNode value(String name) {
    return Json.parse(client().getSecretValue(r -> r.secretId(name)).secretString());
  }

  private String current(String name) {
    return client().getSecretValue(r -> r.secretId(name)).versionId();
  }

  private DescribeSecretResponse described(String name) {
    return client().describeSecret(r -> r.secretId(name));
  }

  private SecretsManagerClient client() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(SecretsManagerClient.class, SecretsManagerClient::builder);
  }
}
