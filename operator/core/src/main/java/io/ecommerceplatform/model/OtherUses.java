package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;

import io.ecommerceplatform.api.v1alpha1.messaging.QueueSpec;
import io.ecommerceplatform.api.v1alpha1.messaging.TopicSpec;
import io.ecommerceplatform.api.v1alpha1.store.BucketSpec;
import io.ecommerceplatform.api.v1alpha1.store.SharedFilesSpec;
import io.ecommerceplatform.catalogue.Queue;
import io.ecommerceplatform.catalogue.Topic;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names that a service may use beside the stores that run in the cluster. */
final class OtherUses {
  private final Resolution resolution;
  private final Set<String> tables;
  private final Set<String> outside = new TreeSet<>();
  private final Set<String> events = new TreeSet<>();

  OtherUses(Resolution resolution, Set<String> tables) {
    this.resolution = resolution;
    this.tables = tables;
    list(resolution.spec().buckets()).stream().map(BucketSpec::name).forEach(outside::add);
    list(resolution.spec().sharedFiles()).stream().map(SharedFilesSpec::name).forEach(outside::add);
    impliedBuckets();
    events();
  }

  /** Makes the service wait for what is not managed yet and reports what does not exist. */
  void check(WantedService service, String use, List<String> waits) {
    if (outside.contains(use)) {
      waits.add(use + " (bucket or shared files, not managed yet)");
    } else if (tables.contains(use)) {
      waits.add("table " + use + " (not managed yet)");
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

  /** A bucket that another part names exists without being listed. */
  private void impliedBuckets() {
    if (resolution.spec().edge() != null && resolution.spec().edge().frontend() != null) {
      outside.add(resolution.spec().edge().frontend().bucket());
    }
    if (resolution.spec().analytics() != null
        && resolution.spec().analytics().lakeBucket() != null) {
      outside.add(resolution.spec().analytics().lakeBucket());
    }
    if (resolution.spec().backup() != null && resolution.spec().backup().bucket() != null) {
      outside.add(resolution.spec().backup().bucket());
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
