package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.messaging.QueueSpec;
import io.ecommerceplatform.api.v1alpha1.messaging.TopicSpec;
import io.ecommerceplatform.api.v1alpha1.store.SharedFilesSpec;
import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.catalogue.EnvSource;
import io.ecommerceplatform.catalogue.Queue;
import io.ecommerceplatform.catalogue.Topic;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names that a service may use beside the stores that run in the cluster. */
final class OtherUses {
  private final Resolution resolution;
  private final Set<String> tables;
  private final BucketRules buckets;
  private final TableRules tableRules;
  private final Set<String> sharedFiles = new TreeSet<>();
  private final Set<String> events = new TreeSet<>();

  OtherUses(Resolution resolution, Set<String> tables) {
    this.resolution = resolution;
    this.tables = tables;
    this.buckets = new BucketRules(resolution);
    this.tableRules = new TableRules(resolution);
    list(resolution.spec().sharedFiles()).stream()
        .map(SharedFilesSpec::name)
        .forEach(sharedFiles::add);
    events();
  }

  /** What the service is told of it; it waits for what is not there and hears what is missing. */
  Map<String, Value> check(WantedService service, String use, List<String> waits) {
    if (buckets.names().contains(use)) {
      Map<String, Value> outputs = buckets.outputs(use);
      if (outputs.isEmpty()) {
        waits.add("bucket " + use);
      }
      return outputs;
    }
    if (tables.contains(use)) {
      waitForTable(use, waits);
      return tableRules.outputs(use);
    }
    if (sharedFiles.contains(use)) {
      waits.add(use + " (shared files, which no pod sees yet)");
    } else {
      waits.add(use + " (not found)");
      resolution.report(
          ConditionType.WorkloadsReady,
          Reason.ReferenceNotFound,
          service.path() + ".uses",
          ("%s is no database, cache, table, bucket, search, kafka or shared file system; "
                  + "list it or take it out")
              .formatted(use));
    }
    return Map.of();
  }

  void waitForTable(String table, List<String> waits) {
    if (tableRules.name(table).isEmpty()) {
      waits.add("table " + table);
    }
  }

  /** Buckets that a bundled service knows by name, of those that there are. */
  List<String> bucketsOf(WantedService service) {
    return resolution
        .sources(service)
        .filter(EnvSource.Item.class::isInstance)
        .map(EnvSource.Item.class::cast)
        .filter(item -> item.kind().equals("bucket") && buckets.names().contains(item.name()))
        .map(EnvSource.Item::name)
        .toList();
  }

  void checkEvents(String path, List<String> names) {
    for (String name : names) {
      if (!events.contains(name)) {
        resolution.report(
            ConditionType.WorkloadsReady,
            Reason.ReferenceNotFound,
            path,
            "%s is no topic or queue; list it in spec.messaging or spec.kafka.topics"
                .formatted(name));
      }
    }
  }

  private void events() {
    resolution.catalogue().topics().stream().map(Topic::name).forEach(events::add);
    resolution.catalogue().queues().stream().map(Queue::name).forEach(events::add);
    if (resolution.spec().kafka() != null) {
      list(resolution.spec().kafka().topics()).forEach(t -> events.add(t.name()));
    }
    if (resolution.spec().messaging() != null) {
      list(resolution.spec().messaging().topics()).stream()
          .map(TopicSpec::name)
          .forEach(events::add);
      list(resolution.spec().messaging().queues()).stream()
          .map(QueueSpec::name)
          .forEach(events::add);
    }
  }
}
