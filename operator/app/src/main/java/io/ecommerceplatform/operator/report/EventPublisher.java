package io.ecommerceplatform.operator.report;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Writes events, the same one at most once in a while; losing one never fails a pass. */
public final class EventPublisher {
  private static final Logger LOG = Logger.getLogger(EventPublisher.class);
  private static final Duration QUIET = Duration.ofMinutes(5);
  private static final int LONGEST_NOTE = 1024; // bytes that events.k8s.io/v1 accepts

  private final KubernetesClient client;
  private final String reporter;
  private final InstantSource clock;
  private final Map<String, Instant> lastSent = new ConcurrentHashMap<>();

  public EventPublisher(KubernetesClient client, String reporter, InstantSource clock) {
    this.client = client;
    this.reporter = reporter;
    this.clock = clock;
  }

  /** Publishes what was not published lately. */
  public void publish(ECommercePlatform resource, List<Note> notes) {
    Instant now = clock.instant();
    lastSent.values().removeIf(sent -> sent.plus(QUIET).isBefore(now));
    for (Note note : notes) {
      String key = resource.getMetadata().getUid() + "/" + note;
      if (lastSent.putIfAbsent(key, now) == null) {
        send(resource, note, now);
      }
    }
  }

  private void send(ECommercePlatform resource, Note note, Instant now) {
    try {
      client.resource(event(resource, note, now)).create();
    } catch (KubernetesClientException e) {
      LOG.warnf("event %s not written: %s", note.reason(), e.getMessage());
    }
  }

  private Event event(ECommercePlatform resource, Note note, Instant now) {
    String name = resource.getMetadata().getName();
    String namespace = resource.getMetadata().getNamespace();
    return new EventBuilder()
        .withNewMetadata()
        .withGenerateName(name + "-")
        .withNamespace(namespace)
        .endMetadata()
        .withEventTime(new MicroTime(now.truncatedTo(ChronoUnit.MICROS).toString()))
        .withReportingController("ecommerceplatform.io/operator")
        .withReportingInstance(reporter)
        .withAction("Reconcile")
        .withType(note.type().name())
        .withReason(note.reason())
        .withNote(note.within(LONGEST_NOTE))
        .withRegarding(
            new ObjectReferenceBuilder()
                .withApiVersion(resource.getApiVersion())
                .withKind(resource.getKind())
                .withName(name)
                .withNamespace(namespace)
                .withUid(resource.getMetadata().getUid())
                .build())
        .build();
  }
}
