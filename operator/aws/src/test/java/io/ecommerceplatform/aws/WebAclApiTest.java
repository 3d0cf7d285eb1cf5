package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;
import software.amazon.awssdk.services.wafv2.model.Scope;
import software.amazon.awssdk.services.wafv2.model.WebACLSummary;

/** AWS deletes no web ACL that protects something, and knows none of them by our name. */
@LocalAws
class WebAclApiTest {
  private static final String SHOP =
      """
      profile: Economy
      domain: {host: shop.example.com, originHost: origin.shop.example.com}
      aws: {identity: default, regions: [{name: us-east-1}]}
      services: [{name: web, expose: {path: /}}]
      messaging: {transport: Kafka}
      edge:
        cdn: {}
      """;
  private static final String OURS = "  waf: {rateLimit: 1000, managedRules: [XSS]}\n";

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
  void oneIsTakenOffBeforeItIsDeleted() {
    Platform guarded = EngineLife.platform("shop", SHOP + OURS);
    engine.converge(guarded);
    assertThat(protection()).isEqualTo(acls().getFirst().arn());

    Platform open = engine.again(guarded, SHOP);
    engine.converge(open);
    assertThat(protection()).isEmpty();
    assertThat(acls()).isEmpty();
  }

  @Test
  void oneOfSomebodyElseStays() {
    Platform open = EngineLife.platform("shop", SHOP);
    engine.converge(open);
    String theirs =
        waf()
            .createWebACL(
                request ->
                    request
                        .name("company-wide")
                        .scope(Scope.CLOUDFRONT)
                        .defaultAction(action -> action.allow(allow -> {}))
                        .visibilityConfig(
                            v ->
                                v.metricName("all")
                                    .sampledRequestsEnabled(false)
                                    .cloudWatchMetricsEnabled(false)))
            .summary()
            .arn();
    attach(theirs);

    engine.rest(Duration.ofMinutes(6));
    assertThat(engine.converge(engine.again(open, SHOP))).isEmpty();
    assertThat(protection()).isEqualTo(theirs);

    engine.converge(EngineLife.platform("shop", SHOP + OURS));
    assertThat(protection()).isNotEqualTo(theirs).contains("webacl/shop");
  }

  private void attach(String arn) {
    CloudFrontClient cloudFront = cloudFront();
    String id = cloudFront.listDistributions().distributionList().items().getFirst().id();
    var there = cloudFront.getDistributionConfig(request -> request.id(id));
    cloudFront.updateDistribution(
        request ->
            request
                .id(id)
                .ifMatch(there.eTag())
                .distributionConfig(there.distributionConfig().toBuilder().webACLId(arn).build()));
  }

  private String protection() {
    return cloudFront().listDistributions().distributionList().items().getFirst().webACLId();
  }

  private List<WebACLSummary> acls() {
    return waf().listWebACLs(request -> request.scope(Scope.CLOUDFRONT)).webACLs();
  }

  private CloudFrontClient cloudFront() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(CloudFrontClient.class, CloudFrontClient::builder);
  }

  private Wafv2Client waf() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(Wafv2Client.class, Wafv2Client::builder);
  }
}
