package io.ecommerceplatform.pass;

import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Holds back what the API server would not know, so that the rest of the platform goes on. */
final class AbsentKinds {
  private AbsentKinds() {}

  static Desired hold(Desired desired, ClusterFacts facts) {
    List<Manifest> objects = new ArrayList<>();
    List<Held> held = new ArrayList<>(desired.held());
    for (Manifest manifest : desired.objects()) {
      ManagedKind kind = ManagedKind.of(manifest.ref());
      if (facts.serves(kind)) {
        objects.add(manifest);
      } else {
        held.add(new Held(manifest.ref(), "waits for CRD " + kind.definition()));
      }
    }
    return desired.with(objects, held);
  }
}
