package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.messaging.Transport;
import io.ecommerceplatform.binding.Facts;
import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.catalogue.EnvCondition;
import io.ecommerceplatform.catalogue.EnvSource;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.Map;
import java.util.Optional;

/** Answers the sources of one service's environment contract. */
record ServiceFacts(
    WantedService service,
    int port,
    ServiceStores stores,
    Map<StoreKind, Map<String, Value>> outputs,
    boolean migratesAtStart,
    PlatformFacts platform)
    implements Facts {

  @Override
  public boolean holds(EnvCondition condition) {
    Optional<Engine> engine = stores.of(StoreKind.DATABASE).map(Store::engine);
    return switch (condition) {
      case TRANSPORT_KAFKA -> platform.transport() == Transport.Kafka;
      case TRANSPORT_SNS_SQS -> platform.transport() == Transport.SnsSqs;
      case ENGINE_SQL -> engine.filter(Engine::isSql).isPresent();
      case ENGINE_MONGODB -> engine.filter(e -> e == Engine.MongoDB).isPresent();
      case BOUND_CACHE -> stores.of(StoreKind.CACHE).isPresent();
      case BOUND_TABLE -> stores.table().isPresent();
      case AUTH_COGNITO -> platform.usesCognito();
    };
  }

  @Override
  public Optional<Value> value(EnvSource source) {
    return switch (source) {
      case EnvSource.Constant() -> Optional.empty();
      case EnvSource.Self(String fact) -> Optional.of(self(fact));
      case EnvSource.ServiceUrl(String component) -> platform.url(component).map(Value.Plain::new);
      case EnvSource.Store(StoreKind kind, String output) ->
          Optional.ofNullable(outputs.getOrDefault(kind, Map.of()).get(output));
      case EnvSource.Item item -> platform.item(item);
      case EnvSource.Fact(String group, String key) ->
          group.equals(MigrationRules.FACT)
              ? Optional.of(new Value.Plain(String.valueOf(migratesAtStart)))
              : platform.fact(group, key);
      case EnvSource.SecretEntry(String entry, String key) ->
          platform.secrets().ofEntry(entry, key);
    };
  }

  private Value self(String fact) {
    return new Value.Plain(String.valueOf(fact.equals("port") ? port : platform.managementPort()));
  }
}
