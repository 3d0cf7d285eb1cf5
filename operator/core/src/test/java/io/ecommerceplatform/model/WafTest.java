package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.edge.ManagedRule;
import io.ecommerceplatform.api.v1alpha1.edge.WafTarget;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Web ACLs: when there are some, and who is told of them. */
class WafTest {
  private static final String ANNOTATION = "alb.ingress.kubernetes.io/wafv2-acl-arn";
  private static final ItemOutputs THERE =
      new ItemOutputs(
          Map.of(
              "wafv2.WebAcl/edge", Map.of("arn", "arn:aws:wafv2:regional"),
              "wafv2.CloudFrontWebAcl/edge", Map.of("arn", "arn:aws:wafv2:global")));

  private static Platform shop(String profile, String edge, ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop}
            spec:
              profile: %s
              aws: {identity: default, regions: [{name: eu-west-1}]}
              domain: {host: shop.example.com}
              services: [{name: web, expose: {path: /}}]
              edge: {%s}
            """
                .formatted(profile, edge)),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        outputs);
  }

  private static AwsEdge edge(String profile, String edge) {
    return shop(profile, edge, ItemOutputs.none()).aws().orElseThrow().edge();
  }

  private static Map<String, String> annotations(String edge, ItemOutputs outputs) {
    return shop("Economy", edge, outputs).entrance().orElseThrow().annotations();
  }

  @Test
  void theProfileSaysWhetherThereIsOne() {
    assertThat(edge("Economy", "").webAcls()).isEmpty();
    assertThat(edge("Production", "").webAcls())
        .extracting(AwsWebAcl::target)
        .containsExactly(WafTarget.CloudFront);
    assertThat(shop("Production", "", ItemOutputs.none()).findings())
        .filteredOn(finding -> finding.reason() == Reason.NotManagedYet)
        .extracting(Finding::message)
        .noneMatch(text -> text.contains("spec.edge.waf"));
  }

  @Test
  void itProtectsTheFirstThatSeesARequest() {
    assertThat(edge("Economy", "waf: {}").webAcls())
        .extracting(AwsWebAcl::target)
        .containsExactly(WafTarget.LoadBalancer);
    assertThat(edge("Economy", "cdn: {}, waf: {}").webAcls())
        .extracting(AwsWebAcl::target)
        .containsExactly(WafTarget.CloudFront);
    assertThat(edge("Economy", "cdn: {}, waf: {attachTo: [LoadBalancer, CloudFront]}").webAcls())
        .extracting(AwsWebAcl::target)
        .containsExactly(WafTarget.CloudFront, WafTarget.LoadBalancer);
  }

  @Test
  void oneThatSaysNothingChecksTheUsual() {
    AwsWebAcl usual = edge("Economy", "waf: {}").webAcls().getFirst();
    assertThat(usual.managedRules())
        .containsExactly(ManagedRule.IpReputation, ManagedRule.Common, ManagedRule.KnownBadInputs);
    assertThat(usual.rules()).isEqualTo(3);

    AwsWebAcl said =
        edge("Economy", "waf: {rateLimit: 100, geoBlock: [KP, CU]}").webAcls().getFirst();
    assertThat(said.managedRules()).isEmpty();
    assertThat(said.rateLimit()).contains(100);
    assertThat(said.rateWindowSeconds()).isEqualTo(300);
    assertThat(said.geoBlock()).isEqualTo(List.of("CU", "KP"));
    assertThat(said.rules()).isEqualTo(2);
  }

  @Test
  void theLoadBalancerIsToldAsSoonAsItIsThere() {
    assertThat(annotations("waf: {}", ItemOutputs.none())).doesNotContainKey(ANNOTATION);
    assertThat(annotations("waf: {}", THERE)).containsEntry(ANNOTATION, "arn:aws:wafv2:regional");
  }

  @Test
  void whatIsDroppedIsTakenOffFirst() {
    assertThat(annotations("", THERE)).containsEntry(ANNOTATION, "none");
    assertThat(shop("Economy", "cdn: {}", THERE).aws().orElseThrow().edge().leavesCloudFront())
        .isTrue();
  }

  @Test
  void oneOfSomebodyElseStays() {
    assertThat(annotations("", ItemOutputs.none())).doesNotContainKey(ANNOTATION);
    assertThat(edge("Economy", "cdn: {}").leavesCloudFront()).isFalse();
  }
}
