package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.store.AttributeType;
import io.ecommerceplatform.api.v1alpha1.store.CapacityMode;
import io.ecommerceplatform.api.v1alpha1.store.KeyAttribute;
import io.ecommerceplatform.api.v1alpha1.store.TableCapacity;
import io.ecommerceplatform.api.v1alpha1.store.TableSpec;
import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.catalogue.Need;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tables of a platform: those that are listed, or else those of the profile. */
record TableRules(Resolution resolution) {
  /** Where auto scaling aims unless the resource says it. */
  private static final int TARGET_PERCENT = 70;

  /** Sorted by name. */
  List<AwsTable> tables(List<WantedService> services) {
    Map<String, AwsTable> tables = new TreeMap<>();
    list(resolution.spec().tables()).forEach(spec -> tables.put(spec.name(), listed(spec)));
    if (tables.isEmpty()) {
      Set<String> implied = ImpliedStores.tables(resolution);
      services.stream()
          .flatMap(service -> service.need(StoreKind.TABLE).stream())
          .filter(need -> implied.contains(need.table()))
          .forEach(need -> tables.put(need.table(), implied(need)));
    }
    return List.copyOf(tables.values());
  }

  /** What a service is told of a table that it uses; empty until the table is there. */
  Map<String, Value> outputs(String table) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    name(table)
        .ifPresent(
            name -> {
              outputs.put("table", new Value.Plain(name));
              resolution
                  .outputs()
                  .of(AwsTable.TYPE, table, "arn")
                  .ifPresent(arn -> outputs.put("arn", new Value.Plain(arn)));
              outputs.put(
                  "region", new Value.Plain(resolution.spec().aws().regions().getFirst().name()));
            });
    return outputs;
  }

  /** Its name in AWS, when it is there. */
  Optional<String> name(String table) {
    return resolution.outputs().of(AwsTable.TYPE, table, "name");
  }

  private AwsTable listed(TableSpec spec) {
    ProfileDefaults.Table defaults = resolution.defaults().table();
    return new AwsTable(
        spec.name(),
        "spec.tables[%s]".formatted(spec.name()),
        or(spec.awsName(), ""),
        spec.partitionKey(),
        Optional.ofNullable(spec.sortKey()),
        or(spec.ttlAttribute(), ""),
        Optional.ofNullable(spec.capacity())
            .filter(capacity -> capacity.mode() != CapacityMode.OnDemand)
            .map(TableRules::capacity),
        or(spec.pointInTimeRecovery(), defaults.pointInTimeRecovery()),
        or(spec.streams(), false) || isReplicated(spec), // replicas are fed by the stream
        replicaRegion(spec),
        or(spec.deletionProtection(), defaults.deletionProtection()),
        policy(spec.deletionPolicy()));
  }

  private static boolean isReplicated(TableSpec spec) {
    return or(spec.replicate(), false);
  }

  /** A replica is not deleted because a field is missing: it may be somebody's only copy. */
  private String replicaRegion(TableSpec spec) {
    if (spec.replicate() == null) {
      return null;
    }
    return isReplicated(spec) ? new RegionRules(resolution).standby().orElse(null) : "";
  }

  /** One that a bundled service needs, with the keys that it uses. */
  private AwsTable implied(Need need) {
    ProfileDefaults.Table defaults = resolution.defaults().table();
    return new AwsTable(
        need.table(),
        "spec.tables",
        "",
        new KeyAttribute(need.partitionKey(), AttributeType.S),
        Optional.empty(),
        need.ttlAttribute(),
        Optional.empty(),
        defaults.pointInTimeRecovery(),
        false,
        null,
        defaults.deletionProtection(),
        policy(null));
  }

  private static AwsTable.Capacity capacity(TableCapacity spec) {
    int min = or(spec.min(), 1);
    return new AwsTable.Capacity(
        min, or(spec.max(), min), or(spec.targetPercent(), TARGET_PERCENT));
  }

  private Optional<DeletionPolicy> policy(DeletionPolicy own) {
    return Optional.ofNullable(own)
        .or(() -> Optional.ofNullable(resolution.spec().aws().deletionPolicy()));
  }
}
