package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.schema.RandomEdits;
import io.ecommerceplatform.localplane.schema.SchemaEdit;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Somebody edits a platform a few times, without waiting or after each edit has settled, and then
 * puts back what was there.
 */
final class Misoperation {
  private static final int MOST_EDITS = 3;

  private final Random random;
  private final RandomEdits edits;
  private final ObjectNode base;
  private final List<String> done = new ArrayList<>();

  /**
   * One of them.
   *
   * @param seed gives the same one again
   * @param base what was there
   * @param schema of its spec
   */
  Misoperation(long seed, ObjectNode base, JsonNode schema) {
    random = new Random(seed);
    edits = new RandomEdits("spec", schema, random);
    this.base = base;
  }

  /** Runs it; the first edit is of a given field. Gives what is wrong at its end. */
  List<String> run(String path, Reference reference) {
    World world = reference.world();
    ObjectNode now = base;
    int number = 1 + random.nextInt(MOST_EDITS);
    for (int i = 0; i < number; i++) {
      String first = i == 0 ? path : "";
      Predicate<SchemaEdit> wanted =
          e ->
              (first.isEmpty() ? !isWholeShop(e) : e.path().equals(first))
                  && !e.refused()
                  && !Rules.refuse(e);
      var edit = edits.next(now, wanted);
      if (edit.isEmpty()) {
        continue;
      }
      done.add(edit.get().toString());
      now = (ObjectNode) edit.get().in(now);
      world = world.wanting(now.toString());
      if (random.nextBoolean()) {
        world.converge();
      } else {
        world.passes(1 + random.nextInt(2));
      }
    }
    world.converge();
    List<String> wrong = new ArrayList<>(untold(world));
    world = world.wanting(base.toString()).converge();
    wrong.addAll(reference.missedBy(world));
    return wrong;
  }

  // without a list there are all services that exist; once is enough for two hundred objects
  private static boolean isWholeShop(SchemaEdit edit) {
    return edit.path().equals("spec.services") && edit.value().isMissingNode();
  }

  /** The edits that were made, in their order. */
  List<String> done() {
    return done;
  }

  // whoever does not get what they ask for is told where and why
  private static List<String> untold(World world) {
    Condition ready = world.condition("Ready");
    boolean said = !ready.getReason().isBlank() && !world.resource.getStatus().message().isBlank();
    return world.resource.getStatus().phase() == Phase.Ready || said
        ? List.of()
        : List.of("not Ready, and nobody is told why: " + world.resource.getStatus());
  }
}
