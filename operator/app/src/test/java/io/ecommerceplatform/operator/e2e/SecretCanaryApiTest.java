package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A life of a platform whose stores are in AWS: no value of any Secret of its namespace, generated
 * or its user's, is found in anything that somebody reads who may not read Secrets.
 */
@LocalPlane
@LocalAws
class SecretCanaryApiTest {
  private static final String SHOP =
      """
      apiVersion: ecommerceplatform.io/v1alpha1
      kind: ECommercePlatform
      metadata: {name: shop}
      spec:
        profile: Economy
        version: "1.0.0"
        domain: {host: shop.example.com}
        aws: {identity: default, regions: [{name: us-east-1}]}
        images: {registry: External, host: registry.example.com, pullSecret: registry-login}
        messaging: {transport: SnsSqs}
        services:
        - {name: user, uses: [books, sessions]}
        - {name: notification, uses: [core]}
        - name: tool
          image: {repository: registry.example.com/tool, tag: "1"}
          port: 8080
          uses: [core, cached]
          env: [{name: API_KEY, secret: {name: payment, key: apiKey}}]
        databases:
        - {name: books, engine: MySQL, placement: Managed, version: "8.0", databaseName: books,
           deletionProtection: false, deletionPolicy: Delete}
        - {name: core, engine: AuroraPostgreSQL, placement: Managed, databaseName: core,
           deletionProtection: false, deletionPolicy: Delete}
        caches:
        - {name: sessions, placement: Managed, transitEncryption: true, deletionPolicy: Delete}
        - {name: cached, placement: InCluster}
        secrets:
          store: SecretsManager
          entries:
          - {name: jwt}
          - {name: payment, from: {secret: payment-keys}}
        email:
          from: shop@example.com
          provider: SMTP
          smtp: {host: smtp.example.com, port: 587, secret: smtp-login}
      """;

  private static final String MORE =
      """
      {"spec": {"mode": "Plan", "services": [{"name": "user", "uses": ["books", "sessions"],
        "env": [{"name": "KEY", "secret": {"name": "more", "key": "apiKey"}}]}],
        "secrets": {"store": "SecretsManager", "entries": [{"name": "jwt"},
          {"name": "payment", "from": {"secret": "payment-keys"}}, {"name": "more"}]}}}
      """;

  private final Canaries canaries = new Canaries();
  private final StringBuilder seen = new StringBuilder();
  private OperatorProcess operator;
  private KubernetesClient admin;
  private String namespace;
  private AwsEmulator aws;
  private PlatformUnderTest shop;

  @BeforeEach
  void start(
      KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, AwsEmulator emulator)
      throws IOException {
    admin = client;
    namespace = own.name();
    aws = emulator;
    aws.reset();
    aws.delay("default", Duration.ZERO);
    new AwsAccount(aws).layNetwork();
    Map<String, String> settings = new HashMap<>(aws.environment(AwsAccount.REGION));
    settings.put("ECP_NAMESPACES", namespace);
    settings.put("ECP_AWS_IDENTITIES_DEFAULT_ROLE_ARN", "own");
    operator = OperatorProcess.start(OperatorInstall.into(client, kubeconfig), settings);
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void noValueOfASecretIsFoundInAnythingElse() {
    write("registry-login", ".dockerconfigjson", registry("canary-registry-2f1c77a9"));
    write("smtp-login", "username", "mailer", "password", "canary-smtp-\"quoted\"-91d0");
    write("payment-keys", "apiKey", "canary-payment-5e3b", "webhook", "canary-hook-07aa\nline-2");
    refusedCreation();
    refusedCopyOfAnotherValue();
    change();
    plan();
    deletion();

    assertThat(canaries.sources())
        .contains("registry-login/.dockerconfigjson", "smtp-login/password", "jwt/secret")
        .contains("payment-keys/webhook", "books-credentials/password", "core-credentials/password")
        .contains("sessions-credentials/password in base64", "cached-credentials/password");
    assertThat(canaries.in(seen.toString())).isEmpty();
  }

  /** What AWS quotes are the passwords themselves. */
  private void refusedCreation() {
    String creations = "Create(DBInstance|DBCluster|ReplicationGroup)";
    aws.inject(AwsFault.error(".*", creations, "InvalidParameterValue", 400).quoting());
    shop = PlatformUnderTest.create(admin, namespace, SHOP);
    shop.await("three refusals", p -> refusals(p).size() == 3);
    assertThat(shop.condition("AwsReady").getMessage()).contains("=***");
    look("\"reason\":\"AwsRefused\"", "\"reportingController\"", "=***");
    aws.clearFaults();
    retry(1);
    shop.awaitPhase(Phase.Ready);
    look("\"phase\":\"Ready\"");
  }

  private void refusedCopyOfAnotherValue() {
    aws.inject(AwsFault.error("secretsmanager", "Put.*", "InvalidRequest", 400).quoting());
    write("payment-keys", "apiKey", "canary-payment-next-88c2", "webhook", "canary-hook-next-4411");
    shop.await("a refusal", p -> refusals(p).equals(Set.of("secretsmanager.Secret/payment")));
    look("AWS refuses it (InvalidRequest: injected by the test: {");
    aws.clearFaults();
    retry(2);
    shop.awaitPhase(Phase.Ready);
  }

  private void change() {
    shop.patch("{\"spec\": {\"version\": \"1.0.1\"}}");
    shop.awaitPhase(Phase.Ready);
    look("1.0.1");
  }

  private void plan() {
    shop.patch(MORE);
    ECommercePlatform planned =
        shop.await(
            "the plan",
            p ->
                p.getMetadata().getGeneration().equals(p.getStatus().observedGeneration())
                    && p.getStatus().plan() != null);
    look(planned.getStatus().plan().hash());
  }

  private void deletion() {
    shop.resource().delete();
    Await.until(
        "the end of the platform",
        () -> {
          ECommercePlatform now = shop.resource().get();
          seen.append(now == null ? "" : Serialization.asJson(now));
          return now == null;
        },
        () -> shop.resource().get() + "\n" + operator.log());
    look("\"phase\":\"Deleting\"");
  }

  /** Takes in what there is now, which has to have some texts. */
  private void look(String... texts) {
    admin.secrets().inNamespace(namespace).list().getItems().forEach(canaries::add);
    seen.append(new OpenText(admin, namespace).read());
    seen.append(new AwsAccount(aws).tags());
    seen.append(operator.get("/metrics"));
    String log = operator.log();
    assertThat(log).contains("applied ");
    seen.append(log);
    assertThat(seen.toString()).contains(texts);
  }

  private void write(String name, String... data) {
    SecretBuilder secret =
        new SecretBuilder()
            .withNewMetadata()
            .withName(name)
            .withNamespace(namespace)
            .endMetadata()
            .withType(name.equals("registry-login") ? "kubernetes.io/dockerconfigjson" : "Opaque");
    for (int i = 0; i < data.length; i += 2) {
      secret.addToStringData(data[i], data[i + 1]);
    }
    admin.resource(secret.build()).createOr(existing -> existing.update());
  }

  private static String registry(String password) {
    return "{\"auths\": {\"registry.example.com\": {\"username\": \"puller\", \"password\": \"%s\"}}}"
        .formatted(password);
  }

  private void retry(int word) {
    shop.patch(
        "{\"metadata\": {\"annotations\": {\"ecommerceplatform.io/refresh\": \"%d\"}}}"
            .formatted(word));
  }

  /** Items that AWS refuses. */
  private static Set<String> refusals(ECommercePlatform platform) {
    Set<String> items = new TreeSet<>();
    if (platform.getStatus().aws() != null) {
      platform.getStatus().aws().stream()
          .filter(row -> row.reason().equals("AwsRefused"))
          .forEach(row -> items.add(row.id()));
    }
    return items;
  }
}
