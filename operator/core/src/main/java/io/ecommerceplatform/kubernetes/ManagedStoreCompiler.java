package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.model.Egress;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.RdsCertificates;
import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a store in AWS has inside the cluster: its credentials, which exist before it does, and of a
 * database the Job that makes a database and a user for each client.
 */
final class ManagedStoreCompiler implements ComponentCompiler {

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    platform.stores().stream()
        .filter(Store::isMadeInAws)
        .map(store -> new StoreComponent(platform, store))
        .forEach(component -> compile(component, context, desired));
  }

  private static void compile(
      StoreComponent component, CompileContext context, DesiredBuilder desired) {
    StoreSecrets secrets = new StoreSecrets(component, context.rotations());
    if (component.store().kind() != StoreKind.DATABASE) {
      secrets.ofOneUserInAws().ifPresent(desired::add);
      return;
    }
    authorities(component).ifPresent(desired::add);
    StoreFormation formation = StoreFormation.of(component);
    if (component.store().endpoint().isEmpty() || formation.setup().isEmpty()) {
      secrets.generated(false).forEach(desired::add);
      return;
    }
    desired.add(policy(component));
    StoreCompiler.setUp(formation, secrets, context, desired);
  }

  /** What its servers prove themselves with, for those that no image knows. */
  private static Optional<ConfigMap> authorities(StoreComponent component) {
    Store store = component.store();
    Optional<String> pem =
        component.platform().aws().flatMap(aws -> RdsCertificates.of(aws.region()));
    return pem.filter(known -> store.access().privateAuthority())
        .map(
            known ->
                new ConfigMapBuilder()
                    .withMetadata(component.metadata().owned(store.authorities()))
                    .withData(Map.of(Store.AUTHORITIES_KEY, known))
                    .build());
  }

  /** The pods of the setup reach the database, and nobody reaches them. */
  private static NetworkPolicy policy(StoreComponent component) {
    Store store = component.store();
    return new NetworkPolicyBuilder()
        .withMetadata(component.setupMetadata().owned(store.name()))
        .withNewSpec()
        .withPodSelector(
            new LabelSelectorBuilder()
                .withMatchLabels(component.setupMetadata().selector())
                .build())
        .withPolicyTypes("Ingress", "Egress")
        .addToEgress(StorePolicy.toDns(), WaysOut.outside(new Egress("", List.of(store.port()))))
        .endSpec()
        .build();
  }
}
