package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/** Collects what the compilers of one pass emit. */
final class DesiredBuilder {
  private final List<Manifest> objects = new ArrayList<>();
  private final List<GeneratedSecret> secrets = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();

  void add(HasMetadata object) {
    objects.add(Manifest.of(object));
  }

  void add(CustomObject object) {
    objects.add(object.manifest());
  }

  void add(GeneratedSecret secret) {
    secrets.add(secret);
  }

  /** Wanted, but not to be applied yet. */
  void hold(HasMetadata object, String message) {
    held.add(new Held(Manifest.of(object).ref(), message));
  }

  /** Wanted later, known only by its reference. */
  void hold(ObjectRef ref, String message) {
    held.add(new Held(ref, message));
  }

  Desired build() {
    return Desired.ofCluster(objects, secrets, held);
  }
}
