package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.security.Mfa;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Customers in Cognito: what is asked for, and what services wait for and are told. */
class AuthTest {
  private static final String KEYS = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_JWK_SET_URI";
  private static final String ISSUER = "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI";
  private static final Egress HTTPS = new Egress("0.0.0.0/0", List.of(443));

  private static final Map<String, Map<String, String>> THERE =
      Map.of(
          "cognito.UserPool/customers", Map.of("issuer", "https://pool", "jwksUrl", "https://keys"),
          "cognito.UserPoolClient/customers", Map.of("clientId", "c1"),
          "cognito.UserPoolDomain/customers", Map.of("url", "https://page"));

  private static Platform shop(String more, Map<String, Map<String, String>> outputs) {
    return PlatformResolver.resolve(
        Resolved.parse(
            """
            metadata: {name: shop}
            spec:
              profile: Economy
              aws: {identity: default, regions: [{name: eu-west-1}]}
              services: [{name: gateway}, {name: user}, {name: cart}, {name: web}]
            """
                + more.indent(2)),
        Resolved.CATALOGUE,
        Resolved.SETTINGS,
        Resolved.CLUSTER,
        new ItemOutputs(outputs));
  }

  private static final String COGNITO =
      """
      domain: {host: shop.example.com}
      auth: {provider: Cognito}
      """;

  private static ResolvedService service(Platform platform, String name) {
    return platform.service(name).orElseThrow();
  }

  private static Optional<AwsAuth> auth(String more) {
    return shop(more, Map.of()).aws().orElseThrow().auth();
  }

  @Test
  void accountsStayUnlessTheResourceSaysOtherwise() {
    assertThat(auth("auth: {provider: BuiltIn}")).isEmpty();
    assertThat(auth(COGNITO))
        .contains(
            new AwsAuth("", DeletionPolicy.Retain, Mfa.Optional, Optional.of("shop.example.com")));
    assertThat(auth("auth: {provider: Cognito, mfa: Required, awsName: a, deletionPolicy: Delete}"))
        .contains(new AwsAuth("a", DeletionPolicy.Delete, Mfa.Required, Optional.empty()));
    assertThat(auth("auth: {provider: Cognito, deletionPolicy: Snapshot}").orElseThrow())
        .returns(DeletionPolicy.Retain, AwsAuth::deletionPolicy);
  }

  @Test
  void whoChecksTokensWaitsForAllOfIt() {
    for (String missing : THERE.keySet()) {
      Map<String, Map<String, String>> part = new HashMap<>(THERE);
      part.remove(missing);
      for (String name : List.of("gateway", "user", "cart")) {
        assertThat(service(shop(COGNITO, part), name).waitsFor())
            .as("%s without %s", name, missing)
            .contains("the user pool (spec.auth)");
      }
    }
    assertThat(service(shop(COGNITO, Map.of()), "web").waitsFor())
        .doesNotContain("the user pool (spec.auth)");
  }

  @Test
  void whoChecksTokensIsToldTheKeysAndTheWay() {
    Platform there = shop(COGNITO, THERE);
    for (String name : List.of("gateway", "user", "cart")) {
      ResolvedService service = service(there, name);
      assertThat(service.waitsFor()).doesNotContain("the user pool (spec.auth)");
      assertThat(service.config())
          .containsEntry(KEYS, "https://keys")
          .containsEntry(ISSUER, "https://pool");
      assertThat(service.egress()).contains(HTTPS);
    }
    for (String name : List.of("gateway", "user")) {
      assertThat(service(there, name).config())
          .containsEntry("SHOP_AUTH_CLIENT_ID", "c1")
          .containsEntry("SHOP_AUTH_SIGN_IN_URL", "https://page");
    }
    assertThat(service(there, "web").egress()).doesNotContain(HTTPS);
  }

  @Test
  void withoutAHostThereIsNoPageToWaitFor() {
    Map<String, Map<String, String>> part = new HashMap<>(THERE);
    part.remove("cognito.UserPoolDomain/customers");
    ResolvedService gateway = service(shop("auth: {provider: Cognito}", part), "gateway");
    assertThat(gateway.waitsFor()).doesNotContain("the user pool (spec.auth)");
    assertThat(gateway.config())
        .containsEntry("SHOP_AUTH_CLIENT_ID", "c1")
        .doesNotContainKey("SHOP_AUTH_SIGN_IN_URL");
  }

  @Test
  void otherwiseTheUserServiceSigns() {
    Platform builtIn = shop("auth: {provider: BuiltIn}", THERE);
    assertThat(service(builtIn, "cart").config())
        .containsEntry(KEYS, "http://user/.well-known/jwks.json")
        .doesNotContainKey(ISSUER);
    assertThat(service(builtIn, "user").config()).doesNotContainKeys(KEYS, "SHOP_AUTH_CLIENT_ID");
    assertThat(service(builtIn, "cart").egress()).doesNotContain(HTTPS);
  }
}
