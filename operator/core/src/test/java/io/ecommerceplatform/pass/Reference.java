package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.plan.VolumeTemplates;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A platform on which nobody has made a mistake yet, and in what another one may differ from it for
 * ever: data outlives what it was made for, and volumes never become smaller.
 *
 * @param world the platform
 */
record Reference(World world) {

  /** What has not come back; empty when all has. */
  List<String> missedBy(World other) {
    Map<ObjectRef, ObjectNode> wanted = world.content();
    Map<ObjectRef, ObjectNode> found = other.content();
    // it went and came in another form meanwhile, and who wants it back is told so
    boolean isKafkaAnother = isTold(other, "spec.kafka.provider: was made as");
    if (isKafkaAnother) {
      wanted.keySet().removeIf(Reference::isOfKafka);
      found.keySet().removeIf(Reference::isOfKafka);
    }
    TreeSet<ObjectRef> all = new TreeSet<>(wanted.keySet());
    all.addAll(found.keySet());
    List<String> missed = new ArrayList<>();
    all.forEach(ref -> compare(ref, found.get(ref), wanted.get(ref), missed));
    if (!other.assess().allowed().isEmpty()) {
      missed.add("not at rest: " + other.assess().allowed());
    }
    if (!isKafkaAnother) {
      missed.addAll(untold(other, hasGrown(found, wanted)));
    }
    return missed;
  }

  private static void compare(
      ObjectRef ref, ObjectNode found, ObjectNode wanted, List<String> missed) {
    if (wanted == null) {
      if (!isKept(found)) {
        missed.add(ref.id() + " was not there");
      }
    } else if (found == null) {
      missed.add(ref.id() + " is gone");
    } else if (!found.equals(wanted) && !isGrown(ref, found, wanted)) {
      missed.add("%s is %s%nnot %s".formatted(ref.id(), found, wanted));
    }
  }

  private static boolean isOfKafka(ObjectRef ref) {
    return ref.name().startsWith("kafka") || ref.kind().startsWith("Kafka");
  }

  private static boolean isTold(World world, String what) {
    return conditions(world).stream().anyMatch(c -> c.contains(what));
  }

  private static boolean hasGrown(
      Map<ObjectRef, ObjectNode> found, Map<ObjectRef, ObjectNode> wanted) {
    return wanted.keySet().stream()
        .filter(ref -> ref.kind().equals("StatefulSet") && found.containsKey(ref))
        .anyMatch(ref -> isGrown(ref, found.get(ref), wanted.get(ref)));
  }

  private List<String> untold(World other, boolean grown) {
    List<String> now = conditions(other);
    if (grown) {
      return isTold(other, " VolumesCannotShrink ")
          ? List.of()
          : List.of("nobody is told that a volume cannot shrink: " + now);
    }
    List<String> then = conditions(world);
    return now.equals(then) ? List.of() : List.of("told %s%nnot %s".formatted(now, then));
  }

  private static List<String> conditions(World world) {
    return world.resource.getStatus().conditions().stream()
        .map(
            c -> "%s %s %s %s".formatted(c.getType(), c.getStatus(), c.getReason(), c.getMessage()))
        .toList();
  }

  private static boolean isKept(ObjectNode live) {
    return Diff.RETAIN.equals(new LiveObject(live).labels().get(Diff.DELETION_POLICY));
  }

  private static boolean isGrown(ObjectRef ref, ObjectNode live, ObjectNode wanted) {
    return switch (ref.kind()) {
      case "PersistentVolumeClaim" -> {
        String size = StoreVolumes.size(new LiveObject(wanted));
        String now = StoreVolumes.size(new LiveObject(live));
        yield VolumeTemplates.compare(size, now) < 0;
      }
      case "StatefulSet" -> {
        String size = VolumeTemplates.storage(wanted).orElse("0");
        String now = VolumeTemplates.storage(live).orElse("0");
        yield VolumeTemplates.compare(size, now) < 0
            && VolumeTemplates.withStorage(live, size).equals(wanted);
      }
      default -> false;
    };
  }
}
