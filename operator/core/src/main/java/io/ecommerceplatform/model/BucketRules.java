package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.store.BucketSpec;
import io.ecommerceplatform.api.v1alpha1.store.LifecycleRule;
import io.ecommerceplatform.binding.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The buckets of a platform: those that are listed, and those that another part names. */
record BucketRules(Resolution resolution) {

  Set<String> names() {
    return all().keySet();
  }

  List<AwsBucket> buckets() {
    return List.copyOf(all().values());
  }

  /** What a service is told of a bucket that it uses; empty until the bucket is there. */
  Map<String, Value> outputs(String bucket) {
    Map<String, Value> outputs = new LinkedHashMap<>();
    for (String output : List.of("name", "region")) {
      output(bucket, output)
          .ifPresent(
              text ->
                  outputs.put(output.equals("name") ? "bucket" : output, new Value.Plain(text)));
    }
    return outputs;
  }

  /** What S3 says of a bucket, when it is there. */
  Optional<String> output(String bucket, String output) {
    return resolution.outputs().of(AwsBucket.TYPE, bucket, output);
  }

  private Map<String, AwsBucket> all() {
    Map<String, AwsBucket> all = new TreeMap<>();
    list(resolution.spec().buckets()).forEach(spec -> all.put(spec.name(), listed(spec)));
    implied().forEach((name, path) -> all.putIfAbsent(name, implied(name, path)));
    return all;
  }

  private AwsBucket listed(BucketSpec spec) {
    boolean replicates = or(spec.replicate(), false);
    return new AwsBucket(
        spec.name(),
        "spec.buckets[%s]".formatted(spec.name()),
        or(spec.awsName(), ""),
        replicates ? Boolean.TRUE : spec.versioning(), // without versions S3 copies nothing
        or(spec.intelligentTiering(), false),
        list(spec.lifecycle()),
        replicates ? new RegionRules(resolution).standby() : Optional.empty(),
        isForLogs(spec.name()),
        RegistryRules.withoutSnapshot(resolution, spec.deletionPolicy()));
  }

  private AwsBucket implied(String name, String path) {
    boolean logs = isForLogs(name);
    List<LifecycleRule> lifecycle = logs ? List.of(AccessLogRules.expiry(resolution)) : List.of();
    return new AwsBucket(
        name,
        path,
        "",
        null,
        false,
        lifecycle,
        Optional.empty(),
        logs,
        RegistryRules.withoutSnapshot(resolution, null));
  }

  private boolean isForLogs(String name) {
    return name.equals(AwsEdge.ACCESS_LOGS) && new AccessLogRules(resolution).areWanted();
  }

  /** A bucket that another part names exists without being listed; by its name, who names it. */
  private Map<String, String> implied() {
    Map<String, String> implied = new TreeMap<>();
    if (resolution.spec().edge() != null && resolution.spec().edge().frontend() != null) {
      implied.put(resolution.spec().edge().frontend().bucket(), "spec.edge.frontend.bucket");
    }
    if (resolution.spec().analytics() != null
        && resolution.spec().analytics().lakeBucket() != null) {
      implied.put(resolution.spec().analytics().lakeBucket(), "spec.analytics.lakeBucket");
    }
    if (resolution.spec().backup() != null && resolution.spec().backup().bucket() != null) {
      implied.put(resolution.spec().backup().bucket(), "spec.backup.bucket");
    }
    if (new AccessLogRules(resolution).areWanted()) {
      implied.put(AwsEdge.ACCESS_LOGS, "spec.edge.ingress.accessLogs");
    }
    return implied;
  }
}
