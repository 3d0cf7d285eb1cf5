package io.ecommerceplatform.resource;

import java.util.List;

/**
 * Everything that the platform should be made of.
 *
 * @param objects applied by server-side apply
 * @param secrets created once
 * @param held wanted later; neither applied nor pruned now
 */
public record Desired(List<Manifest> objects, List<GeneratedSecret> secrets, List<Held> held) {

  public Desired {
    objects = List.copyOf(objects);
    secrets = List.copyOf(secrets);
    held = List.copyOf(held);
  }

  public static Desired nothing() {
    return new Desired(List.of(), List.of(), List.of());
  }
}
