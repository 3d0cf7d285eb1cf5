package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.StoreKind;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.model.StoreClient;
import io.ecommerceplatform.resource.JobConditions;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.SecretFingerprints;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far the logins of clients to databases are in their rotation: the next login is generated,
 * the store learns it beside the one in use, clients get it, and what waited for them goes. All is
 * read off the Secrets that are there, so a pass that was interrupted is simply gone on with.
 *
 * @param rotations by the name of the client's Secret
 * @param completeJobs names of the Jobs that have done what they are for
 */
public record Rotations(Map<String, Rotation> rotations, Set<String> completeJobs) {
  /** Label of a client's Secret, and of the next one: how often the login was changed. */
  static final String NUMBER = "ecommerceplatform.io/rotation";

  /** Annotation of a client's Secret: since when the login is what it is. */
  static final String SINCE = "ecommerceplatform.io/rotated-at";

  /** Annotation by which a user asks for another login, with any text that is new. */
  static final String ASKED = "ecommerceplatform.io/rotate";

  /** Annotation with the text that was followed last. */
  static final String FOLLOWED = "ecommerceplatform.io/rotated-for";

  public Rotations {
    rotations = Map.copyOf(rotations);
    completeJobs = Set.copyOf(completeJobs);
  }

  /**
   * One client's login.
   *
   * @param number how often it was changed so far
   * @param isUnderWay true from when the next one is due until clients have it
   * @param nextMadeAt when the next one was generated; empty before
   * @param asked the text by which a user asked for it; may be empty
   */
  record Rotation(int number, boolean isUnderWay, String nextMadeAt, String asked) {
    static final Rotation NEVER = new Rotation(0, false, "", "");
  }

  /** Nothing is due, and nothing was ever changed. */
  static Rotations none() {
    return new Rotations(Map.of(), Set.of());
  }

  /** Those of one platform in its world. */
  public static Rotations of(
      Platform platform, Observed observed, SecretFingerprints fingerprints, Instant now) {
    Looking looking = new Looking(platform, observed, fingerprints, now);
    Map<String, Rotation> rotations = new TreeMap<>();
    platform.stores().stream()
        .filter(store -> store.kind() == StoreKind.DATABASE)
        .flatMap(store -> store.clients().stream().map(service -> client(store, service)))
        .forEach(client -> looking.at(client).ifPresent(r -> rotations.put(client.secret(), r)));
    return new Rotations(rotations, looking.completeJobs());
  }

  private static StoreClient client(Store store, String service) {
    return new StoreClient(store, service);
  }

  Rotation of(StoreClient client) {
    return rotations.getOrDefault(client.secret(), Rotation.NEVER);
  }

  private record Looking(
      Platform platform, Observed observed, SecretFingerprints fingerprints, Instant now) {

    Optional<Rotation> at(StoreClient client) {
      return secret(client.secret()).map(live -> rotation(client, live));
    }

    private Rotation rotation(StoreClient client, LiveObject live) {
      int number = number(live);
      String asked = live.annotations().getOrDefault(ASKED, "");
      Optional<LiveObject> next =
          secret(client.nextSecret()).filter(waiting -> number(waiting) == number + 1);
      boolean isUnderWay =
          next.isPresent() || ((isAsked(live, asked) || isOld(live)) && isSettled(client));
      String madeAt = next.map(Looking::creation).orElse("");
      return new Rotation(number, isUnderWay, madeAt, asked);
    }

    private static boolean isAsked(LiveObject live, String asked) {
      return !asked.isEmpty() && !asked.equals(live.annotations().get(FOLLOWED));
    }

    private boolean isOld(LiveObject live) {
      Optional<Instant> since =
          time(live.annotations().getOrDefault(SINCE, "")).or(() -> time(creation(live)));
      Duration oldest = Duration.ofDays(platform.rotationDays());
      return !oldest.isZero() && since.filter(s -> !s.plus(oldest).isAfter(now)).isPresent();
    }

    /** True when no pod has the login before: its user is the one who gets a new password. */
    private boolean isSettled(StoreClient client) {
      return observed.objects().values().stream()
          .filter(live -> live.ref().kind().equals("Deployment") && live.isOf(platform.owner()))
          .filter(live -> isOf(live, client.service()))
          .allMatch(live -> isCurrent(live) && hasLogin(live, client.secret()));
    }

    private boolean hasLogin(LiveObject workload, String secret) {
      String carried = Fingerprints.in(workload.at("/spec/template")).get(secret);
      return carried == null || fingerprints.of(secret).filter(carried::equals).isPresent();
    }

    private static boolean isCurrent(LiveObject workload) {
      return workload.isObserved()
          && workload.at("/status/replicas").asLong()
              == workload.at("/status/updatedReplicas").asLong();
    }

    private static boolean isOf(LiveObject live, String service) {
      return service.equals(live.labels().get("app.kubernetes.io/instance"));
    }

    private Optional<LiveObject> secret(String name) {
      return observed
          .find(new ObjectRef("v1", "Secret", platform.namespace(), name))
          .filter(live -> live.isOf(platform.owner()) && !live.isBeingDeleted());
    }

    private static int number(LiveObject live) {
      String text = live.labels().getOrDefault(NUMBER, "0");
      return text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    }

    private static String creation(LiveObject live) {
      return live.at("/metadata/creationTimestamp").asText();
    }

    private static Optional<Instant> time(String text) {
      try {
        return Optional.of(Instant.parse(text));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }

    Set<String> completeJobs() {
      return observed.objects().values().stream()
          .filter(live -> live.ref().kind().equals("Job") && live.isOf(platform.owner()))
          .filter(live -> new JobConditions(live).isComplete())
          .map(live -> live.ref().name())
          .collect(Collectors.toSet());
    }
  }
}
