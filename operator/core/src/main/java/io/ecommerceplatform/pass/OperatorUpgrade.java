package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.kubernetes.Fingerprints;
import io.ecommerceplatform.kubernetes.KnownCredentials;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.AppliedPart;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.rollout.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workloads whose pods would be made anew only because another release of the operator makes
 * other pods: they keep theirs until the user changes something that reaches them, or approves.
 *
 * @param kept what they keep
 */
record OperatorUpgrade(Map<ObjectRef, AppliedPart> kept) {
  private static final String WHY =
      "only this release of the operator changes its pods; waits for approval or a new spec.version";

  OperatorUpgrade {
    kept = Map.copyOf(kept);
  }

  static OperatorUpgrade none() {
    return new OperatorUpgrade(Map.of());
  }

  boolean isNone() {
    return kept.isEmpty();
  }

  List<ObjectRef> workloads() {
    return List.copyOf(new TreeSet<>(kept.keySet()));
  }

  /** The revisions to run: the live ones of services that are kept. */
  List<Revision> revisions(List<Revision> wanted) {
    return wanted.stream().map(w -> live(w.service()).orElse(w)).toList();
  }

  private Optional<Revision> live(String service) {
    return kept.values().stream()
        .map(part -> part.fields().at("/template/metadata/labels"))
        .filter(labels -> labels.has(Revision.LABEL))
        .filter(labels -> labels.path("app.kubernetes.io/instance").asText().equals(service))
        .map(labels -> new Revision(service, labels.path(Revision.LABEL).asText()))
        .findFirst();
  }

  /** What is applied: the pods of kept workloads as they are, everything else as it is compiled. */
  Desired keep(Desired compiled, KnownCredentials credentials, Observed observed) {
    if (isNone()) {
      return compiled;
    }
    Set<String> before = new TreeSet<>();
    Set<String> after = new TreeSet<>();
    List<Manifest> objects = new ArrayList<>();
    for (Manifest manifest : compiled.objects()) {
      AppliedPart part = kept.get(manifest.ref());
      if (part != null) {
        after.addAll(configMaps(manifest.json().at("/spec/template")));
        before.addAll(configMaps(part.fields().path("template")));
      }
      objects.add(part == null ? manifest : keep(manifest, part, credentials));
    }
    Set<String> unused = new HashSet<>(after);
    unused.removeAll(before);
    objects.removeIf(m -> m.ref().kind().equals("ConfigMap") && unused.contains(m.ref().name()));
    objects.removeIf(m -> isMigration(m.ref(), m.labels()));
    List<Held> held = new ArrayList<>(compiled.held());
    observed.objects().values().stream()
        .filter(live -> isMigration(live.ref(), live.labels()))
        .forEach(
            live -> held.add(new Held(live.ref(), "it made the schema of pods that are kept")));
    Set<ObjectRef> there = new HashSet<>(objects.stream().map(Manifest::ref).toList());
    before.stream()
        .map(name -> new ObjectRef("v1", "ConfigMap", namespace(), name))
        .filter(ref -> !there.contains(ref))
        .forEach(ref -> held.add(new Held(ref, "pods that are kept read it")));
    return compiled.with(objects, held);
  }

  // a schema goes with the pods that are made for it
  private boolean isMigration(ObjectRef ref, Map<String, String> labels) {
    return ref.kind().equals("Job")
        && "migration".equals(labels.get("app.kubernetes.io/component"))
        && live(labels.getOrDefault("app.kubernetes.io/instance", "")).isPresent();
  }

  /** The plan with what waits told in it. */
  Plan marked(Plan plan) {
    return Plan.of(
        plan.actions().stream().map(a -> kept.containsKey(a.ref()) ? a.because(WHY) : a).toList());
  }

  private Manifest keep(Manifest compiled, AppliedPart part, KnownCredentials credentials) {
    ObjectNode json = compiled.json().deepCopy();
    part.into((ObjectNode) json.path("spec"));
    JsonNode revision = part.fields().at("/template/metadata/labels").path(Revision.LABEL);
    if (revision.isTextual()) {
      json.withObject("/metadata/labels").set(Revision.LABEL, revision);
    }
    return AppliedParts.noted(new Manifest(json), credentials);
  }

  static Set<String> configMaps(JsonNode template) {
    return Stream.of("configMapRef", "configMap")
        .flatMap(
            field ->
                template.findValues(field).stream().map(source -> source.path("name").asText()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String namespace() {
    return kept.keySet().iterator().next().namespace();
  }

  /** True when the user's side made a Secret another one that both templates read. */
  static boolean isRotated(JsonNode compiled, JsonNode live) {
    Map<String, String> before = Fingerprints.in(live);
    return Fingerprints.in(compiled).entrySet().stream()
        .anyMatch(e -> !before.getOrDefault(e.getKey(), e.getValue()).equals(e.getValue()));
  }
}
