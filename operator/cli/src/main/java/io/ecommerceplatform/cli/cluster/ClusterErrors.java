package io.ecommerceplatform.cli.cluster;

import io.ecommerceplatform.cli.text.UserError;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Turns what a cluster answers, or that it does not answer, into what a person can do. */
final class ClusterErrors {
  private ClusterErrors() {}

  /**
   * The failure in a person's words.
   *
   * @param failure what the client threw
   * @param server address of the API server
   * @param wish what was wanted, for example {@code list ecommerceplatforms.ecommerceplatform.io}
   * @param namespace where; empty for the whole cluster
   */
  static UserError of(
      KubernetesClientException failure, String server, String wish, String namespace) {
    String where = namespace.isEmpty() ? "" : " -n " + namespace;
    return switch (failure.getCode()) {
      case 401 ->
          new UserError(
              "the cluster at " + server + " does not accept the credentials of the kubeconfig",
              "kubectl auth whoami",
              failure);
      case 403 ->
          new UserError(
              "forbidden: you may not " + wish + (where.isEmpty() ? "" : " in " + namespace),
              "kubectl auth can-i " + wish + where + "   # then ask your admin for that right",
              failure);
      case 0 -> unreachable(failure, server);
      default ->
          new UserError(
              "the cluster answered %d to %s: %s"
                  .formatted(failure.getCode(), wish, shortened(failure)),
              "kubectl "
                  + (wish.startsWith("list") ? "get" + wish.substring(4) : "cluster-info")
                  + where,
              failure);
    };
  }

  private static UserError unreachable(KubernetesClientException failure, String server) {
    return new UserError(
        "cannot reach the cluster at " + server + ": " + why(failure),
        "kubectl cluster-info",
        failure);
  }

  private static String why(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "its host name is not known";
      }
      if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
        return "no answer in time";
      }
      if (cause instanceof ConnectException) {
        return "nothing listens there";
      }
      if (cause instanceof SSLException) {
        return "its certificate is not trusted (" + cause.getMessage() + ")";
      }
    }
    return failure.getMessage();
  }

  private static String shortened(KubernetesClientException failure) {
    String message =
        failure.getStatus() == null || failure.getStatus().getMessage() == null
            ? String.valueOf(failure.getMessage())
            : failure.getStatus().getMessage();
    return message.length() <= 300 ? message : message.substring(0, 299) + "…";
  }
}
