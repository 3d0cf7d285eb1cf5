package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobCompilerTest {
  private static final String SHOP =
      """
      profile: Economy
      services: [{name: user}]
      jobs:
      - name: report
        image: {repository: example.com/report, tag: "1"}
        schedule: "0 1 * * *"
      """;

  @Test
  void aJobIsACronJobWithWhatItNeeds() {
    Compiled compiled =
        Compiled.spec(
            SHOP
                + """
                  timeZone: Asia/Singapore
                  args: [--all]
                  placement: {pool: batch, spot: true}
                  uses: [postgresql]
                  env: [{name: LEVEL, value: info}]
                """);
    JsonNode spec = compiled.object("CronJob/report").path("spec");
    JsonNode pod = spec.at("/jobTemplate/spec/template/spec");
    assertThat(spec.path("schedule").asText()).isEqualTo("0 1 * * *");
    assertThat(spec.path("timeZone").asText()).isEqualTo("Asia/Singapore");
    assertThat(spec.path("concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(pod.path("restartPolicy").asText()).isEqualTo("Never");
    assertThat(pod.path("serviceAccountName").asText()).isEqualTo("report");
    assertThat(pod.at("/containers/0/args/0").asText()).isEqualTo("--all");
    assertThat(pod.path("tolerations").findValuesAsText("key")).containsExactly("workload", "spot");
    assertThat(pod.at("/nodeSelector/workload").asText()).isEqualTo("batch");
    String config = pod.at("/containers/0/envFrom/0/configMapRef/name").asText();
    assertThat(compiled.object("ConfigMap/" + config).path("data").toString())
        .contains("LEVEL", "POSTGRESQL_HOST");
    assertThat(compiled.ids()).contains("ServiceAccount/report", "NetworkPolicy/report");
  }

  @Test
  void whatItUsesLetsItInAndNobodyCallsIt() {
    Compiled compiled = Compiled.spec(SHOP + "  uses: [postgresql]\n");
    JsonNode own = compiled.object("NetworkPolicy/report").path("spec");
    assertThat(own.has("ingress")).isFalse();
    assertThat(own.path("egress").toString()).contains("\"postgresql\"").contains("5432");
    assertThat(compiled.object("NetworkPolicy/postgresql").at("/spec/ingress").toString())
        .contains("\"report\"");
    assertThat(compiled.desired().secrets())
        .extracting(secret -> secret.ref().name())
        .contains("postgresql-report-credentials");
    String setup =
        compiled.ids().stream()
            .filter(id -> id.startsWith("Job/postgresql-"))
            .findFirst()
            .orElseThrow();
    assertThat(compiled.object(setup).toString()).contains("PASSWORD_report");
  }

  @Test
  void anotherSettingIsAnotherConfigMapAndNothingElseMoves() {
    String setting = "  env: [{name: LEVEL, value: %s}]\n";
    Compiled one = Compiled.spec(SHOP + setting.formatted("info"));
    Compiled other = Compiled.spec(SHOP + setting.formatted("debug"));
    assertThat(one.ids()).isNotEqualTo(other.ids());
    assertThat(one.ids())
        .filteredOn(id -> !id.startsWith("ConfigMap/report-config-"))
        .filteredOn(id -> !id.equals("CronJob/report"))
        .allSatisfy(id -> assertThat(other.object(id)).isEqualTo(one.object(id)));
  }

  @Test
  void waitsForASecretAndForAStoreThatIsNotManagedYet() {
    Compiled noSecrets =
        Compiled.of(Resolved.spec(SHOP + "  uses: [postgresql]\n"), name -> Optional.empty());
    assertThat(noSecrets.held()).contains("CronJob/report");

    Compiled outside =
        Compiled.spec(
            SHOP
                + "  uses: [books]\n"
                + "databases: [{name: books, engine: MySQL, placement: Managed}]\n");
    assertThat(outside.held()).contains("CronJob/report");
    assertThat(outside.ids()).contains("ServiceAccount/report");
  }

  @Test
  void aJobOfTheNameOfAStoreIsLeftOutAndTheRestGoesOn() {
    Compiled compiled = Compiled.spec(SHOP.replace("name: report", "name: kafka"));
    assertThat(compiled.ids()).contains("StatefulSet/kafka").doesNotContain("CronJob/kafka");
    assertThat(compiled.platform().findings())
        .filteredOn(f -> f.reason() == Reason.Conflict)
        .extracting(Finding::text)
        .containsExactly(
            "spec.jobs[kafka]: the name kafka belongs to spec.kafka already; rename one of the"
                + " two");
  }

  @Test
  void theTopicsOfAJobAreMade() {
    Compiled compiled = Compiled.spec(SHOP + "  publishes: [reports]\n");
    assertThat(compiled.platform().topics()).extracting(t -> t.name()).contains("reports");
    assertThat(Json.text(compiled.object("NetworkPolicy/report"))).contains("\"kafka\"");
  }
}
