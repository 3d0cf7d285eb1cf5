package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.api.v1alpha1.status.LifecycleStage;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.AwsEdge;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.rollout.Intent;
import io.ecommerceplatform.rollout.ServiceRollout;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngressCompilerTest {
  private static final String SPEC =
      """
      profile: Economy
      domain: {host: shop.example.com}
      services:
      - {name: web, expose: {path: /, stickySeconds: 60}}
      - {name: gateway, expose: {path: /api}}
      - {name: user, expose: {path: /api/users}}
      """;

  @Test
  void longerPathsComeFirst() {
    JsonNode ingress = Compiled.spec(SPEC).object("Ingress/shop");
    assertThat(ingress.at("/spec/rules/0/host").asText()).isEqualTo("shop.example.com");
    assertThat(ingress.at("/spec/rules/0/http/paths").findValuesAsText("path"))
        .containsExactly("/api/users", "/api", "/");
  }

  @Test
  void bothColoursStandInEveryActionInTheSameOrder() {
    JsonNode forward = action(Compiled.spec(SPEC), "gateway").path("forwardConfig");
    assertThat(forward.findValuesAsText("serviceName"))
        .containsExactly("gateway-blue", "gateway-green");
    assertThat(forward.findValuesAsText("weight")).containsExactly("100", "0");
    assertThat(forward.at("/targetGroupStickinessConfig/enabled").asBoolean()).isFalse();
    assertThat(action(Compiled.spec(SPEC), "web").findValue("durationSeconds").asInt())
        .isEqualTo(60);
  }

  @Test
  void theStableColourTakesAllTraffic() {
    ServiceRollout green =
        new ServiceRollout(
            "gateway", Color.green, "r", "r", 1, LifecycleStage.Steady, Instant.EPOCH);
    Compiled compiled =
        Compiled.of(Resolved.spec(SPEC), Compiled.EXISTING, Intent.of(List.of(green)));
    assertThat(action(compiled, "gateway").findValuesAsText("weight")).containsExactly("0", "100");
    assertThat(selector(compiled, "gateway")).isEqualTo("green");
    assertThat(selector(compiled, "gateway-blue")).isEqualTo("blue");
    assertThat(selector(compiled, "web")).isEqualTo("blue");
  }

  @Test
  void everyActionIsNamedByAPathAndItsServicesExist() {
    Compiled compiled = Compiled.spec(SPEC);
    for (JsonNode path : compiled.object("Ingress/shop").at("/spec/rules/0/http/paths")) {
      String backend = path.at("/backend/service/name").asText();
      assertThat(path.at("/backend/service/port/name").asText()).isEqualTo("use-annotation");
      JsonNode action = action(compiled, backend.replaceFirst("-root$", ""));
      for (String service : action.findValuesAsText("serviceName")) {
        JsonNode object = compiled.object("Service/" + service);
        assertThat(Json.strings(object.at("/metadata"), "annotations"))
            .containsEntry("alb.ingress.kubernetes.io/healthcheck-port", "8081");
      }
    }
  }

  @Test
  void nothingIsExposedThatNobodyAskedFor() {
    Compiled compiled = Compiled.spec("{profile: Economy, services: [{name: user}]}");
    assertThat(compiled.ids()).noneMatch(id -> id.startsWith("Ingress/"));
    assertThat(compiled.object("Service/user-blue").at("/metadata").has("annotations")).isFalse();
  }

  @Test
  void nobodyIsLetInBeforeTheAddressesOfCloudFrontAreKnown() {
    Platform platform = cdnOnly(ItemOutputs.none());

    assertThat(Compiled.of(platform).held()).contains("Ingress/shop");
    assertThat(Compiled.of(platform).ids()).doesNotContain("Ingress/shop");
    assertThat(platform.findings())
        .filteredOn(finding -> finding.reason() == Reason.WaitingForAws)
        .extracting(Finding::path)
        .containsExactly("spec.edge.ingress.access");
  }

  @Test
  void onlyCloudFrontIsLetInAndOnOnePort() {
    Map<String, Map<String, String>> known =
        Map.of(
            AwsEdge.PREFIX_LIST + "/" + AwsEdge.CLOUDFRONT_ADDRESSES,
            Map.of(AwsEdge.PREFIX_LIST_ID, "pl-1"));
    Platform platform = cdnOnly(new ItemOutputs(known));
    JsonNode metadata = Compiled.of(platform).object("Ingress/shop").at("/metadata");

    assertThat(Json.strings(metadata, "annotations"))
        .containsEntry("alb.ingress.kubernetes.io/security-group-prefix-lists", "pl-1")
        .containsEntry("alb.ingress.kubernetes.io/listen-ports", "[{\"HTTPS\":443}]")
        .doesNotContainKey("alb.ingress.kubernetes.io/ssl-redirect");
    assertThat(platform.findings())
        .extracting(Finding::reason)
        .doesNotContain(Reason.WaitingForAws);
  }

  private static Platform cdnOnly(ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop}
            spec:
              profile: Economy
              aws: {identity: default, regions: [{name: eu-west-1}]}
              domain: {host: shop.example.com, originHost: lb.example.com, certificate: {source: ACM}}
              services: [{name: web, expose: {path: /}}]
              edge: {cdn: {}, ingress: {access: CdnOnly}}
            """),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        outputs);
  }

  private static JsonNode action(Compiled compiled, String service) {
    String annotation = "alb.ingress.kubernetes.io/actions." + service + "-root";
    JsonNode ingress = compiled.object("Ingress/shop");
    return Json.parse(ingress.at("/metadata/annotations").path(annotation).asText());
  }

  private static String selector(Compiled compiled, String service) {
    return compiled
        .object("Service/" + service)
        .at("/spec/selector")
        .path("ecommerceplatform.io/color")
        .asText();
  }
}
