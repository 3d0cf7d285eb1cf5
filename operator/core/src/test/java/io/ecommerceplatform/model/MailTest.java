package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.resource.ItemOutputs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mail through SES: of which domain, and when the shop begins to send. */
class MailTest {
  private static final ItemOutputs VERIFIED =
      new ItemOutputs(
          Map.of("sesv2.EmailIdentity/mail", Map.of("name", "example.com", "verified", "yes")));
  private static final ItemOutputs PENDING =
      new ItemOutputs(Map.of("sesv2.EmailIdentity/mail", Map.of("name", "example.com")));

  private static Platform shop(ItemOutputs outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop}
            spec:
              profile: Economy
              aws: {identity: default, regions: [{name: eu-west-1}]}
              domain: {host: shop.example.com}
              email: {from: Shop@Example.com, provider: SES}
            """),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        outputs);
  }

  private static Map<String, String> notification(ItemOutputs outputs) {
    return shop(outputs).service("notification").orElseThrow().config();
  }

  @Test
  void theDomainOfTheSenderIsTheItem() {
    assertThat(shop(ItemOutputs.none()).aws().orElseThrow().mail())
        .contains(new AwsMail("example.com"));
  }

  @Test
  void theShopSendsAsSoonAsItMay() {
    assertThat(notification(PENDING)).containsEntry("SHOP_EMAIL_PROVIDER", "Log");
    assertThat(notification(VERIFIED))
        .containsEntry("SHOP_EMAIL_PROVIDER", "SES")
        .containsEntry("SHOP_EMAIL_FROM", "Shop@Example.com");
  }
}
