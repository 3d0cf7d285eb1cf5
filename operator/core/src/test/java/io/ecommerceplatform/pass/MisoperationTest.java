package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.localplane.schema.SchemaEdit;
import io.ecommerceplatform.localplane.schema.SchemaEdits;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody writes into a platform, and how often: once it is as it was, so is everything
 * that was made of it.
 */
class MisoperationTest {
  private static final int SEQUENCES = Integer.getInteger("misoperation.sequences", 300);
  private static final long SEED = Long.getLong("misoperation.seed", 1);
  private static final JsonNode SCHEMA =
      Resolved.tree(text("/crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml"))
          .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec");
  private static final Map<String, Set<String>> SECRETS =
      Map.of(
          "psp", Set.of("token"),
          "psp-keys", Set.of("token"),
          "slack", Set.of("webhook"),
          "mail", Set.of("username", "password"),
          "pull", Set.of(".dockerconfigjson"));

  private final ObjectNode whole = whole();
  private final Map<String, Reference> references = new TreeMap<>();

  @Test
  void whoPutsBackWhatWasThereHasWhatWasThere() {
    Map<String, String> places = places();
    assertThat(places).as("fields to begin with").hasSizeGreaterThan(200);
    List<String> paths = List.copyOf(places.keySet());
    List<String> failures = new ArrayList<>();
    for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
      String path = paths.get((int) (seed % paths.size()));
      failures.addAll(play(seed, path, places.get(path)));
    }
    assertThat(failures)
        .as("again: -Dmisoperation.seed=<seed> -Dmisoperation.sequences=1")
        .isEmpty();
    long ready = references.values().stream().filter(MisoperationTest::isReady).count();
    assertThat(ready)
        .as("of %d references", references.size())
        .isGreaterThan(references.size() / 2);
  }

  private List<String> play(long seed, String path, String pointer) {
    ObjectNode base = SmallResource.around(whole, pointer);
    Misoperation story = new Misoperation(seed, base, SCHEMA);
    try {
      List<String> wrong =
          story.run(path, references.computeIfAbsent(base.toString(), b -> reference(b)));
      return wrong.stream().map(w -> told(seed, story, base, w)).toList();
    } catch (RuntimeException | AssertionError e) {
      String where = Stream.of(e.getStackTrace()).limit(4).toList().toString();
      return List.of(told(seed, story, base, e + " at " + where));
    }
  }

  private static String told(long seed, Misoperation story, ObjectNode base, String what) {
    return "%n%nseed %d: %s%n  of %s%n  %s".formatted(seed, story.done(), base, what);
  }

  private static Reference reference(String resource) {
    World world = new World(resource).controlled();
    world.cluster =
        new ClusterFacts(
            Set.of("gp3", "fast"),
            Set.of("gp3", "fast"),
            "gp3",
            Resolved.CLUSTER.ingressClasses(),
            Resolved.CLUSTER.kinds(),
            SECRETS);
    SECRETS.keySet().forEach(name -> give(world, name));
    return new Reference(world.converge());
  }

  private static void give(World world, String secret) {
    ObjectNode object =
        (ObjectNode)
            Resolved.tree(
                "{apiVersion: v1, kind: Secret, metadata: {name: %s, namespace: shop, uid: %s}}"
                    .formatted(secret, secret));
    world.objects().put(new ObjectRef("v1", "Secret", "shop", secret), new LiveObject(object));
  }

  private static boolean isReady(Reference reference) {
    return reference.world().condition("Ready").getStatus().equals("True");
  }

  /** A place of each field, by its path. */
  private Map<String, String> places() {
    Map<String, String> places = new TreeMap<>();
    for (SchemaEdit edit : SchemaEdits.of(whole, "spec", SCHEMA)) {
      if (!edit.refused()) {
        places.putIfAbsent(edit.path(), edit.pointer());
      }
    }
    return places;
  }

  private static ObjectNode whole() {
    ObjectNode resource =
        (ObjectNode) Resolved.tree(text("/spec/every-managed-field.yaml").split("\n---\n")[0]);
    resource.withObject("/spec").put("mode", "Apply");
    return resource;
  }

  private static String text(String resource) {
    try (InputStream in = MisoperationTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
