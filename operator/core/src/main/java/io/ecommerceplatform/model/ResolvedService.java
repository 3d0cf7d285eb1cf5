package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.rollout.RolloutStrategy;
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
 * One service with everything that its pods need, resolved.
 *
 * @param name name of the service
 * @param component bundled component that it runs; empty for a foreign image
 * @param image full image reference
 * @param pullSecret name of the image pull Secret; empty for none
 * @param port container port that serves requests
 * @param managementPort port of probes and metrics; equal to {@code port} for foreign images
 * @param user numeric user of the process; 0 for the image's own
 * @param startupPath HTTP path of the startup probe; empty means a TCP probe
 * @param livenessPath HTTP path of the liveness probe; empty means a TCP probe
 * @param readinessPath HTTP path of the readiness probe; empty means a TCP probe
 * @param metricsPath HTTP path of the metrics; empty for none
 * @param scaling replicas and autoscaler targets
 * @param resources requests and limits
 * @param placement where its pods may run
 * @param spreadRequired true when zones are a must (Production)
 * @param maxUnavailable pods that a drain of nodes may take at once; 0 for no disruption budget
 * @param update bounds of a plain update
 * @param expose how it faces the load balancer; empty means in-cluster only
 * @param config plain settings; become an immutable ConfigMap named by its content
 * @param env variables that refer to Secrets or are composed from them
 * @param secrets names of all Secrets that the pod reads, sorted
 * @param writableDirectories paths that get an emptyDir, as the root file system is read-only
 * @param files files of others that it sees
 * @param stores names of the in-cluster stores that it connects to
 * @param calls names of the services that it calls
 * @param egress other destinations that it may reach
 * @param waitsFor what is not available yet, in words for a person; empty when it may start
 * @param roleArn role of its pods in AWS; empty for none
 * @param strategy rollout strategy as the resource says it
 * @param migration what runs before its new pods; empty when the service migrates by itself
 */
public record ResolvedService(
    String name,
    String component,
    String image,
    String pullSecret,
    int port,
    int managementPort,
    long user,
    String startupPath,
    String livenessPath,
    String readinessPath,
    String metricsPath,
    Scaling scaling,
    ResourceRequirements resources,
    NodePool placement,
    boolean spreadRequired,
    int maxUnavailable,
    RollingUpdate update,
    Optional<Expose> expose,
    SortedMap<String, String> config,
    List<EnvVar> env,
    SortedSet<String> secrets,
    List<String> writableDirectories,
    List<FileMount> files,
    List<String> stores,
    List<String> calls,
    List<Egress> egress,
    List<String> waitsFor,
    Optional<String> roleArn,
    String strategy,
    Optional<Migration> migration) {

  public ResolvedService {
    config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
    env = List.copyOf(env);
    secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
    writableDirectories = List.copyOf(writableDirectories);
    files = List.copyOf(files);
    stores = List.copyOf(stores);
    calls = List.copyOf(calls);
    egress = List.copyOf(egress);
    waitsFor = List.copyOf(waitsFor);
  }

  /** True when a colour without traffic stands beside the stable one. */
  public boolean hasBothColors() {
    return !strategy.equals(RolloutStrategy.Rolling.name());
  }

  public boolean isBundled() {
    return !component.isEmpty();
  }
}
