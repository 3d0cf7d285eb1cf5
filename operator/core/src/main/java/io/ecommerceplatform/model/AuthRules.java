package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.security.AuthProvider;
import io.ecommerceplatform.api.v1alpha1.security.AuthSpec;
import io.ecommerceplatform.api.v1alpha1.security.Mfa;
import io.ecommerceplatform.catalogue.EnvSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Customers that Cognito signs in, and what services are told of it. */
record AuthRules(Resolution resolution) {
  private static final String GROUP = "auth";

  boolean isByCognito() {
    return spec().isPresent();
  }

  Optional<AwsAuth> auth() {
    return spec()
        .filter(spec -> resolution.spec().aws() != null)
        .map(
            spec ->
                new AwsAuth(
                    or(spec.awsName(), ""), policy(spec), or(spec.mfa(), Mfa.Optional), host()));
  }

  /**
   * What services are told, by the facts of their contracts. All at once: who knew the pool before
   * its client would start twice.
   */
  Map<String, String> facts() {
    Optional<String> issuer = output(AwsAuth.POOL_TYPE, "issuer");
    Optional<String> keys = output(AwsAuth.POOL_TYPE, "jwksUrl");
    Optional<String> client = output(AwsAuth.CLIENT_TYPE, "clientId");
    Optional<String> page = output(AwsAuth.DOMAIN_TYPE, "url");
    boolean waits = issuer.isEmpty() || keys.isEmpty() || client.isEmpty();
    if (!isByCognito() || waits || (host().isPresent() && page.isEmpty())) {
      return Map.of();
    }
    Map<String, String> facts =
        new TreeMap<>(
            Map.of("issuerUri", issuer.get(), "jwkSetUri", keys.get(), "clientId", client.get()));
    page.ifPresent(url -> facts.put("signInUrl", url));
    return facts;
  }

  /** True for a component that asks Cognito for keys, and needs a way to it. */
  boolean isAsker(WantedService client) {
    return isByCognito()
        && resolution
            .sources(client)
            .anyMatch(source -> source instanceof EnvSource.Fact f && f.group().equals(GROUP));
  }

  /** What is lost with a pool, no snapshot brings back. */
  private DeletionPolicy policy(AuthSpec spec) {
    return RegistryRules.withoutSnapshot(resolution, spec.deletionPolicy())
        .orElse(DeletionPolicy.Retain);
  }

  private Optional<String> host() {
    return Optional.ofNullable(resolution.spec().domain()).map(domain -> domain.host());
  }

  private Optional<String> output(String type, String output) {
    return resolution.outputs().of(type, AwsAuth.NAME, output);
  }

  private Optional<AuthSpec> spec() {
    return Optional.ofNullable(resolution.spec().auth())
        .filter(auth -> auth.provider() == AuthProvider.Cognito);
  }
}
