package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.model.RdsCertificates;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.Manifest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What DocumentDB has in the cluster: passwords, users, and who certifies it. */
class DocumentDbStoreTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec:
        profile: Economy
        aws: {identity: default, regions: [{name: eu-central-1}]}
        services: [{name: own, image: {repository: a/b, tag: c}, uses: [papers]}]
        jobs: [{name: nightly, image: {repository: a/b, tag: c}, schedule: "0 1 * * *", uses: [papers]}]
        databases: [{name: papers, engine: MongoDB, placement: Managed%s}]
      """;

  private static Compiled compiled(String more) {
    ItemOutputs outputs =
        new ItemOutputs(Map.of("docdb.Cluster/papers", Map.of("endpoint", "papers.example.com")));
    return Compiled.of(
        PlatformResolver.resolve(
            Resolved.parse(SHOP.formatted(more)),
            Resolved.CATALOGUE,
            Resolved.SETTINGS,
            Resolved.CLUSTER,
            outputs));
  }

  private static JsonNode setup(Compiled compiled) {
    return compiled.desired().objects().stream()
        .filter(object -> object.ref().name().startsWith("papers-setup-"))
        .map(Manifest::json)
        .findFirst()
        .orElseThrow()
        .at("/spec/template/spec/containers/0");
  }

  @Test
  void podsSeeTheCertificatesOfTheRegion() {
    Compiled compiled = compiled("");

    JsonNode files = compiled.object("ConfigMap/papers-authorities");
    assertThat(files.at("/data/ca.pem").asText())
        .isEqualTo(RdsCertificates.of("eu-central-1").orElseThrow());
    for (JsonNode pod :
        List.of(
            compiled.object("Deployment/own-blue").at("/spec/template/spec"),
            compiled.object("CronJob/nightly").at("/spec/jobTemplate/spec/template/spec"))) {
      assertThat(pod.at("/volumes").toString())
          .contains("\"configMap\":{\"name\":\"papers-authorities\"}");
      assertThat(pod.at("/containers/0/volumeMounts").toString())
          .contains("\"mountPath\":\"/etc/ecommerceplatform/papers\"", "\"readOnly\":true");
    }
  }

  @Test
  void aJobMakesItsUsers() {
    JsonNode container = setup(compiled(""));

    assertThat(container.at("/env").toString())
        .contains("papers.example.com:27017", "docdbadmin", "papers-credentials")
        .contains("\"configMapKeyRef\":{\"key\":\"ca.pem\",\"name\":\"papers-authorities\"}")
        .contains("PASSWORD_own", "papers-own-credentials");
    assertThat(container.at("/command").toString()).contains("mongosh", "getDB('admin')");
  }

  @Test
  void withoutTlsThereIsNothingToKnow() {
    Compiled compiled = compiled(", parameters: {tls: disabled}");

    assertThat(compiled.ids()).doesNotContain("ConfigMap/papers-authorities");
    assertThat(setup(compiled).at("/env").toString()).doesNotContain("AUTHORITIES");
  }

  @Test
  void theCertificatesAreRootsOfTheRegion() throws Exception {
    String pem = RdsCertificates.of("eu-central-1").orElseThrow();
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));

    assertThat(certificates)
        .hasSize(3)
        .allSatisfy(
            one ->
                assertThat(((X509Certificate) one).getSubjectX500Principal().getName())
                    .contains("Amazon RDS eu-central-1 Root CA"));
  }
}
