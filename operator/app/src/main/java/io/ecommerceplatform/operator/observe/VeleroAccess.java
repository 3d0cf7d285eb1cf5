package io.ecommerceplatform.operator.observe;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Whether schedules of Velero may be watched. Its namespace is none that we serve, so the right to
 * it is granted apart or not at all, and a watch without it would fail for ever.
 */
public final class VeleroAccess {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final KubernetesClient client;
  private final String namespace;
  private final InstantSource clock;
  private Instant next = Instant.MIN;

  public VeleroAccess(KubernetesClient client, String namespace, InstantSource clock) {
    this.client = client;
    this.namespace = namespace;
    this.clock = clock;
  }

  String namespace() {
    return namespace;
  }

  /** Asks the API server, at most every ten seconds; between two questions the answer is no. */
  synchronized boolean isGranted() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return false;
    }
    next = now.plus(PAUSE);
    try {
      SelfSubjectAccessReview answer =
          client.authorization().v1().selfSubjectAccessReview().create(question());
      return Boolean.TRUE.equals(answer.getStatus().getAllowed());
    } catch (KubernetesClientException e) {
      return false; // no answer is no right; it is asked again
    }
  }

  private SelfSubjectAccessReview question() {
    return new SelfSubjectAccessReviewBuilder()
        .withNewSpec()
        .withNewResourceAttributes()
        .withGroup("velero.io")
        .withResource("schedules")
        .withNamespace(namespace)
        .withVerb("watch")
        .endResourceAttributes()
        .endSpec()
        .build();
  }
}
