package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Entrance;
import io.ecommerceplatform.model.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The list of CloudFront's addresses is AWS's own: it is found, and nothing is done to it. */
@LocalAws
class AccessApiTest {
  private static final String PREFIX_LISTS =
      "alb.ingress.kubernetes.io/security-group-prefix-lists";
  private static final String SHOP =
      """
      profile: Economy
      domain: {host: shop.example.com, originHost: origin.shop.example.com}
      aws: {identity: default, regions: [{name: us-east-1}]}
      services: [{name: web, expose: {path: /}}]
      edge: {cdn: {}, ingress: {access: CdnOnly}}
      """;

  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, new HandClock(), Kinds.all());
  }

  @AfterEach
  void leaveNothing(AwsEmulator aws) {
    aws.reset();
  }

  @Test
  void theLoadBalancerLetsInWhomAwsLists() {
    Platform unknown = EngineLife.platform("shop", SHOP);
    assertThat(entrance(unknown).obstacle()).isNotEmpty();

    engine.converge(unknown);
    Entrance known = entrance(engine.again(unknown, SHOP));
    assertThat(known.obstacle()).isEmpty();
    assertThat(known.annotations()).containsEntry(PREFIX_LISTS, listOfCloudFront());
  }

  @Test
  void theListStaysWhenThePlatformGoes() {
    Platform shop = EngineLife.platform("shop", SHOP);
    engine.converge(shop);
    String before = listOfCloudFront();

    engine.converge(engine.again(shop, SHOP.replace("CdnOnly", "Public")));
    assertThat(listOfCloudFront()).isEqualTo(before);
  }

  private static Entrance entrance(Platform platform) {
    return platform.entrance().orElseThrow();
  }

  private String listOfCloudFront() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(Ec2Client.class, Ec2Client::builder)
        .describeManagedPrefixLists(request -> {})
        .prefixLists()
        .stream()
        .filter(list -> list.prefixListName().endsWith("cloudfront.origin-facing"))
        .findFirst()
        .orElseThrow()
        .prefixListId();
  }
}
