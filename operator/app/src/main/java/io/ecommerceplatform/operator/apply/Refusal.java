package io.ecommerceplatform.operator.apply;

import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Outcome;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** Turns the answers of the API server into what a person can act on. */
public final class Refusal {
  private Refusal() {}

  /** The failure of one action. */
  public static Outcome.Failure of(Action action, KubernetesClientException error) {
    return new Outcome.Failure(
        action.ref(), action.operation(), error.getCode(), message(action, error));
  }

  private static String message(Action action, KubernetesClientException error) {
    String words = words(error);
    String namespace = action.ref().namespace();
    return switch (error.getCode()) {
      case 0 -> "no answer from the API server; it is tried again";
      case 401 -> "the API server does not know the operator's token; it is tried again";
      case 403 ->
          words.contains("quota")
              ? words + "; raise the ResourceQuota of namespace " + namespace
              : words.contains("being terminated")
                  ? "namespace " + namespace + " is being deleted"
                  : words + "; apply the operator's ClusterRole again";
      case 404 -> "%s; check that namespace %s exists".formatted(words, namespace);
      case 409 -> "%s; delete the object, or label it as ours to hand it over".formatted(words);
      case 422, 400 -> "the API server refuses it: " + words;
      case 429, 500, 502, 503, 504 ->
          "the API server cannot take it now (%d); it is tried again".formatted(error.getCode());
      default -> words;
    };
  }

  private static String words(KubernetesClientException error) {
    return Optional.ofNullable(error.getStatus())
        .map(Status::getMessage)
        .or(() -> Optional.ofNullable(error.getMessage()))
        .map(String::strip)
        .orElse("no reason given");
  }
}
