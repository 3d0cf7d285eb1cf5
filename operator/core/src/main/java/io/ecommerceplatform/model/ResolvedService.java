package io.ecommerceplatform.model;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One service with everything that its pods need, resolved.
 *
 * @param name name of the service
 * @param bundled true when the catalogue knows it
 * @param image full image reference
 * @param pullSecret name of the image pull Secret; empty for none
 * @param port container port that serves requests
 * @param managementPort port of probes and metrics; equal to {@code port} for foreign images
 * @param livenessPath HTTP path of the liveness probe; empty means a TCP probe
 * @param readinessPath HTTP path of the readiness probe; empty means a TCP probe
 * @param metricsPath HTTP path of the metrics; empty for none
 * @param scaling replicas and autoscaler targets
 * @param resources requests and limits
 * @param placement where its pods may run
 * @param spreadRequired true when zones are a must (Production)
 * @param expose how it faces the load balancer; empty means in-cluster only
 * @param config plain settings; become an immutable ConfigMap named by its content
 * @param env variables that refer to Secrets or are composed from them
 * @param secrets names of all Secrets that the pod reads, sorted
 * @param writableDirectories paths that get an emptyDir, as the root file system is read-only
 * @param stores names of the in-cluster stores that it connects to
 * @param calls names of the services that it calls
 * @param egress other destinations that it may reach
 * @param waitsFor what is not available yet, in words for a person; empty when it may start
 * @param strategy rollout strategy as the resource says it
 */
public record ResolvedService(
    String name,
    boolean bundled,
    String image,
    String pullSecret,
    int port,
    int managementPort,
    String livenessPath,
    String readinessPath,
    String metricsPath,
    Scaling scaling,
    ResourceRequirements resources,
    NodePool placement,
    boolean spreadRequired,
    Optional<Expose> expose,
    Map<String, String> config,
    List<EnvVar> env,
    SortedSet<String> secrets,
    List<String> writableDirectories,
    List<String> stores,
    List<String> calls,
    List<Egress> egress,
    List<String> waitsFor,
    String strategy) {}
