package io.ecommerceplatform.cli.cluster;

import java.nio.file.Path;
import java.util.Map;

/**
 * Which cluster somebody means; each part may be null.
 *
 * @param kubeconfig file that was named
 * @param context context that was named
 * @param namespace namespace that was named
 * @param environment variables of the process
 */
public record ClusterTarget(
    Path kubeconfig, String context, String namespace, Map<String, String> environment) {}
