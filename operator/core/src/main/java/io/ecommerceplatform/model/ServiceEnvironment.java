package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.common.EnvVarSpec;
import io.ecommerceplatform.api.v1alpha1.messaging.Transport;
import io.ecommerceplatform.binding.ContractBinding;
import io.ecommerceplatform.binding.Environment;
import io.ecommerceplatform.binding.EnvironmentBuilder;
import io.ecommerceplatform.binding.NamedBinding;
import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.catalogue.EnvSource;
import io.ecommerceplatform.catalogue.EnvVariable;
import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills the environment of one service from its contract, what it uses, and its own variables. */
final class ServiceEnvironment {
  private final Resolution resolution;
  private final PlatformFacts platform;
  private final PoolSizes pools;

  ServiceEnvironment(Resolution resolution, PlatformFacts platform, PoolSizes pools) {
    this.resolution = resolution;
    this.platform = platform;
    this.pools = pools;
  }

  /** The environment; adds to {@code waits} what it lacks. */
  Environment of(WantedService service, int port, ServiceStores stores, List<String> waits) {
    EnvironmentBuilder environment = new EnvironmentBuilder();
    Map<StoreKind, Map<String, Value>> outputs = new EnumMap<>(StoreKind.class);
    stores.byKind().forEach((kind, store) -> outputs.put(kind, outputs(store, service)));
    boolean migratesAtStart = !new MigrationRules(resolution).isByJob(service, stores);
    ServiceFacts facts =
        new ServiceFacts(service, port, stores, outputs, migratesAtStart, platform);
    service
        .component()
        .flatMap(c -> resolution.catalogue().contract(c.name()))
        .map(contract -> new ContractBinding(contract).bind(facts, environment))
        .ifPresent(missing -> missing.forEach(v -> lacks(service, v, waits)));
    stores
        .byUse()
        .forEach((use, store) -> new NamedBinding(use).bind(outputs(store, service), environment));
    stores.items().forEach((use, item) -> new NamedBinding(use).bind(item, environment));
    if (service.component().isEmpty() && platform.transport() == Transport.SnsSqs) {
      platform.region().ifPresent(id -> environment.put("AWS_REGION", new Value.Plain(id)));
      list(service.spec().publishes()).forEach(topic -> topic(topic, environment));
      list(service.spec().consumes()).forEach(queue -> queue(queue, environment));
    }
    list(service.spec().env()).forEach(v -> environment.put(v.name(), value(service, v, waits)));
    return environment.build();
  }

  private void topic(String name, EnvironmentBuilder environment) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    put(outputs, "arn", AwsTopic.TYPE, name, "arn");
    new NamedBinding(name).bind(outputs, environment);
  }

  private void queue(String name, EnvironmentBuilder environment) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    put(outputs, "arn", AwsQueue.TYPE, name, "arn");
    put(outputs, "uri", AwsQueue.TYPE, name, "url");
    new NamedBinding(name).bind(outputs, environment);
  }

  private void put(Map<String, Value> outputs, String as, String type, String item, String output) {
    resolution
        .outputs()
        .of(type, item, output)
        .ifPresent(text -> outputs.put(as, new Value.Plain(text)));
  }

  private Map<String, Value> outputs(Store store, WantedService service) {
    int poolMax = store.kind() == StoreKind.DATABASE ? pools.of(store) : 0;
    return StoreOutputs.of(store, service.name(), poolMax);
  }

  private Value value(WantedService service, EnvVarSpec variable, List<String> waits) {
    if (variable.secret() == null) {
      return new Value.Plain(Resolution.or(variable.value(), ""));
    }
    String path = service.path() + ".env[" + variable.name() + "].secret";
    return platform.secrets().reference(variable.secret(), path, waits);
  }

  /** Stores and AWS items are waited for already; a neighbour that is missing is news. */
  private void lacks(WantedService service, EnvVariable variable, List<String> waits) {
    if (list(service.spec().env()).stream().anyMatch(v -> v.name().equals(variable.name()))) {
      return;
    }
    switch (variable.source()) {
      case EnvSource.ServiceUrl(String component) -> neighbour(service, component, variable, waits);
      case EnvSource.Fact fact when fact.group().equals("auth") -> {
        if (platform.usesCognito()) {
          waits.add("the user pool (spec.auth)");
        } else {
          neighbour(service, "user", variable, waits);
        }
      }
      case EnvSource.Store store -> {}
      case EnvSource.Item item -> {}
      default -> waits.add("a value of " + variable.name());
    }
  }

  private void neighbour(
      WantedService service, String component, EnvVariable variable, List<String> waits) {
    waits.add("the service " + component);
    resolution.report(
        ConditionType.WorkloadsReady,
        Reason.ReferenceNotFound,
        service.path(),
        "needs the service %s; add it to spec.services, or set %s in env"
            .formatted(component, variable.name()));
  }
}
