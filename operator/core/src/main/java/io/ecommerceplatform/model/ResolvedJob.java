package io.ecommerceplatform.model;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One job that runs at times, with everything that its pods need, resolved.
 *
 * @param name name of the CronJob
 * @param image full image reference
 * @param pullSecret name of the image pull Secret; empty for none
 * @param args arguments of the image's entry point; empty for none
 * @param schedule cron expression
 * @param timeZone time zone of the schedule; empty for UTC
 * @param resources requests and limits
 * @param placement where its pods may run
 * @param config plain settings; become an immutable ConfigMap named by its content
 * @param env variables that refer to Secrets or are composed from them
 * @param secrets names of all Secrets that the pod reads, sorted
 * @param writableDirectories paths that get an emptyDir, as the root file system is read-only
 * @param files files of others that it sees
 * @param stores names of the in-cluster stores that it connects to
 * @param egress other destinations that it may reach
 * @param waitsFor what is not available yet, in words for a person; empty when it may run
 * @param roleArn role of its pods in AWS; empty for none
 */
public record ResolvedJob(
    String name,
    String image,
    String pullSecret,
    List<String> args,
    String schedule,
    String timeZone,
    ResourceRequirements resources,
    NodePool placement,
    SortedMap<String, String> config,
    List<EnvVar> env,
    SortedSet<String> secrets,
    List<String> writableDirectories,
    List<FileMount> files,
    List<String> stores,
    List<Egress> egress,
    List<String> waitsFor,
    Optional<String> roleArn) {

  public ResolvedJob {
    args = List.copyOf(args);
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    env = List.copyOf(env);
    secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
    writableDirectories = List.copyOf(writableDirectories);
    files = List.copyOf(files);
    stores = List.copyOf(stores);
    egress = List.copyOf(egress);
    waitsFor = List.copyOf(waitsFor);
  }
}
