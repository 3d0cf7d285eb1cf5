package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.AppliedFields;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.plan.Teardown;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.resource.SecretProof;
import io.ecommerceplatform.status.Pending;
import io.ecommerceplatform.status.StatusComposer;
import io.ecommerceplatform.status.StatusInput;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cluster in memory that keeps what it is sent, so that every interruption can be tried. */
final class World {
  private static final int PASSES = 40;

  private final Map<ObjectRef, LiveObject> objects = new TreeMap<>();
  private final List<String> changes = new ArrayList<>();
  private final Volumes volumes = new Volumes(objects);
  final ECommercePlatform resource;

  /** What the build of the operator knows that looks at this world. */
  Catalogue catalogue = Resolved.CATALOGUE;

  /** The key of the operator's fingerprints; another one gives another hash of the same content. */
  String key = "first";

  /** What the clock says. */
  Instant now = Instant.EPOCH;

  /** What the cluster offers. */
  ClusterFacts cluster = Resolved.CLUSTER;

  private final Map<String, String> contents = new TreeMap<>();
  private Interruption interruption = Interruption.NONE;
  private Map<ObjectRef, LiveObject> stale;
  private int writes;
  private int identities;
  private boolean controlled;

  World(String yaml) {
    resource = Resolved.parse(yaml);
  }

  /** The same cluster, of which the user now wants something else; what happened is forgotten. */
  World wanting(String yaml) {
    World next = new World(yaml);
    next.objects.putAll(objects);
    next.identities = identities;
    next.controlled = controlled;
    next.cluster = cluster;
    next.resource.setStatus(resource.getStatus());
    return next;
  }

  /** The same, with the controllers of the cluster at work: whatever is made is ready at once. */
  World controlled() {
    controlled = true;
    return this;
  }

  /** What goes wrong on the way. */
  World with(Interruption planned) {
    interruption = planned;
    return this;
  }

  Assessment assess() {
    Observed observed = observe();
    return Assessment.of(
        new PassInput(
            resource,
            catalogue,
            Resolved.SETTINGS,
            observed,
            fingerprints(observed),
            ItemCompiler.none(),
            now));
  }

  /** A view that missed the last answer is shown once; then the watch has brought it. */
  private Observed observe() {
    Map<ObjectRef, LiveObject> seen = stale == null ? objects : stale;
    return Observed.of(seen.values(), List.of(), cluster);
  }

  /** Runs passes until one does nothing. */
  World converge() {
    for (int pass = 0; pass < PASSES; pass++) {
      if (pass()) {
        return this;
      }
    }
    throw new AssertionError("not at rest after %d passes".formatted(PASSES));
  }

  /** Runs a number of passes, whether there is something to do or not. */
  World passes(int number) {
    for (int pass = 0; pass < number; pass++) {
      pass();
    }
    return this;
  }

  /** Takes the platform down, as after a deletion of the resource. */
  World dismantle() {
    Platform platform = assess().platform();
    Teardown teardown = new Teardown(platform.owner(), platform.volumePolicies());
    for (int pass = 0; pass < PASSES; pass++) {
      Observed observed = observe();
      if (teardown.isDone(observed)) {
        return this;
      }
      execute(teardown.next(observed));
    }
    throw new AssertionError("not gone after %d passes".formatted(PASSES));
  }

  private boolean pass() {
    Assessment assessment = assess();
    if (assessment.mustPersist()) {
      Map<ObjectRef, LiveObject> before = Map.copyOf(objects);
      send(before, () -> persist(assessment));
      return false;
    }
    if (execute(assessment.allowed())) {
      report(assessment);
    }
    return assessment.allowed().isEmpty() && stale == null;
  }

  private void report(Assessment assessment) {
    resource.setStatus(StatusComposer.compose(input(assessment)));
  }

  private void persist(Assessment assessment) {
    resource.setStatus(
        StatusComposer.compose(input(assessment).with(Pending.of(assessment.allowed()))));
  }

  StatusInput input(Assessment assessment) {
    return new StatusInput(
        assessment.platform(),
        1,
        false,
        assessment.intent(),
        Observed.of(objects.values(), List.of(), cluster),
        assessment.desired(),
        assessment.plan(),
        assessment.due(),
        Outcome.nothing(),
        assessment.allowed(),
        List.of(),
        assessment.kept(),
        assessment.inputs(),
        assessment.findings(),
        resource.getStatus(),
        Instant.EPOCH);
  }

  // every action of a plan is under way at once, so each is sent whatever becomes of the others,
  // until the process dies
  private boolean execute(Plan plan) {
    Map<ObjectRef, LiveObject> before = Map.copyOf(objects);
    stale = null;
    for (Action action : plan.actions()) {
      if (action.operation().writes() && !send(before, () -> commit(action))) {
        return false;
      }
    }
    return true;
  }

  /** False when the process died, and with it everything that it was about to send. */
  private boolean send(Map<ObjectRef, LiveObject> before, Runnable request) {
    boolean hit = ++writes == interruption.write();
    if (!hit || interruption.point() != KillPoint.BEFORE_SENDING) {
      request.run();
    }
    if (hit && interruption.point() == KillPoint.ANSWER_LOST) {
      stale = before;
    }
    return !hit || interruption.point() == KillPoint.ANSWER_LOST;
  }

  private void commit(Action action) {
    LiveObject there = objects.get(action.ref());
    switch (action.operation()) {
      case CREATE, UPDATE -> {
        if (there == null) {
          store(action, "uid-" + ++identities);
          changes.add("created " + action.ref().id());
        } else if (action.secret().isEmpty()) { // POST of what exists is refused
          store(action, there.uid());
        }
      }
      case ROTATE -> {
        if (there != null && there.uid().equals(action.uid())) {
          objects.put(action.ref(), rotated(there, action));
          changes.add("rotated " + action.ref().id());
        }
      }
      case DELETE, DESTROY, REPLACE, RECREATE -> {
        if (there != null && there.uid().equals(action.uid())) {
          objects.remove(action.ref());
          changes.add("deleted " + action.ref().id());
        }
      }
      case SNAPSHOT_DELETE, ADOPT, RETAIN, CONFLICT, UNKNOWN ->
          throw new AssertionError("writes to no cluster: " + action);
    }
  }

  private LiveObject rotated(LiveObject there, Action action) {
    ObjectNode json = there.json().deepCopy();
    JsonNode sent = sent(action).path("metadata");
    for (String part : List.of("labels", "annotations")) {
      json.withObject("/metadata/" + part).setAll((ObjectNode) sent.path(part));
    }
    contents.put(action.ref().name(), sent.path("labels").toString());
    return new LiveObject(json);
  }

  private void store(Action action, String uid) {
    ObjectNode json = applied(action);
    json.withObject("/metadata").put("uid", uid);
    if (action.ref().kind().equals("Secret")) {
      json.withObject("/metadata").put("creationTimestamp", now.toString());
    }
    if (controlled) {
      json.withArray("/metadata/managedFields")
          .add(AppliedFields.by(Assessment.FIELD_MANAGER, sent(action)));
    }
    // as it comes back from a server: text has one kind of number only
    objects.put(action.ref(), new LiveObject((ObjectNode) Json.parse(Json.text(json))));
    volumes.follow(action.ref());
    if (controlled) {
      new Controllers(objects).follow(action.ref());
    }
    if (action.ref().kind().equals("KafkaUser")) {
      LiveObject login = login(action.ref());
      objects.put(login.ref(), login);
    }
  }

  /** What Strimzi writes for a user: no object of ours. */
  private static LiveObject login(ObjectRef user) {
    Map<String, Object> owner = Map.of("kind", user.kind(), "name", user.name());
    Map<String, Object> metadata =
        Map.of(
            "name",
            user.name(),
            "namespace",
            user.namespace(),
            "uid",
            "login-" + user.name(),
            "ownerReferences",
            List.of(owner));
    return new LiveObject(
        Json.tree(Map.of("apiVersion", "v1", "kind", "Secret", "metadata", metadata)));
  }

  // of a volume only a part is sent; of everything else all that there is
  private ObjectNode applied(Action action) {
    ObjectNode sent = sent(action).deepCopy();
    if (!action.ref().kind().equals("PersistentVolumeClaim")) {
      return sent;
    }
    if (!objects.containsKey(action.ref())) {
      return Volumes.bound(sent);
    }
    ObjectNode merged = objects.get(action.ref()).json().deepCopy();
    merged.withObject("/spec").setAll((ObjectNode) sent.get("spec"));
    sent.at("/metadata/labels")
        .properties()
        .forEach(l -> merged.withObject("/metadata/labels").set(l.getKey(), l.getValue()));
    return merged;
  }

  private static ObjectNode sent(Action action) {
    return action
        .secret()
        .map(World::secret)
        .orElseGet(() -> action.manifest().orElseThrow().json());
  }

  private static ObjectNode secret(GeneratedSecret secret) {
    Map<String, Object> metadata =
        Map.of(
            "name", secret.ref().name(),
            "namespace", secret.ref().namespace(),
            "labels", secret.labels());
    return Json.tree(Map.of("apiVersion", "v1", "kind", "Secret", "metadata", metadata));
  }

  private SecretFingerprints fingerprints(Observed observed) {
    return new SecretFingerprints() {
      @Override
      public Optional<String> of(String name) {
        return observed
            .find(new ObjectRef("v1", "Secret", "shop", name))
            .map(s -> Json.hash(List.of(key, name, contents.getOrDefault(name, ""))));
      }

      @Override
      public Optional<SecretProof> proof(String name) {
        return of(name).map(hash -> new SecretProof(key, hash));
      }
    };
  }

  /** Somebody writes another value into a Secret. */
  void rotate(String secret, String content) {
    contents.put(secret, content);
  }

  Condition condition(String type) {
    return resource.getStatus().conditions().stream()
        .filter(c -> c.getType().equals(type))
        .findFirst()
        .orElseThrow();
  }

  Map<ObjectRef, LiveObject> objects() {
    return objects;
  }

  /** The objects without the identities that another order of writes would have given. */
  Map<ObjectRef, ObjectNode> content() {
    Map<ObjectRef, ObjectNode> content = new TreeMap<>();
    objects.forEach(
        (ref, live) -> {
          ObjectNode json = live.json().deepCopy();
          json.withObject("/metadata").remove(List.of("uid", "managedFields"));
          content.put(ref, json);
        });
    return content;
  }

  /** What was created and deleted, in the order of the alphabet. */
  List<String> changes() {
    return changes.stream().sorted().toList();
  }

  int writes() {
    return writes;
  }
}
