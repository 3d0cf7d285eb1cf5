package io.ecommerceplatform.resource;

import java.util.List;

/**
 * Everything that the platform should be made of.
 *
 * @param objects applied by server-side apply
 * @param secrets created once
 * @param held wanted later; neither applied nor pruned now
 * @param items what should be in AWS
 */
public record Desired(
    List<Manifest> objects,
    List<GeneratedSecret> secrets,
    List<Held> held,
    List<WantedItem> items) {

  public Desired {
    objects = List.copyOf(objects);
    secrets = List.copyOf(secrets);
    held = List.copyOf(held);
    items = List.copyOf(items);
  }

  public static Desired nothing() {
    return ofCluster(List.of(), List.of(), List.of());
  }

  /** The half that is in the cluster. */
  public static Desired ofCluster(
      List<Manifest> objects, List<GeneratedSecret> secrets, List<Held> held) {
    return new Desired(objects, secrets, held, List.of());
  }

  /** The same with other objects in the cluster. */
  public Desired with(List<Manifest> others, List<Held> otherwise) {
    return new Desired(others, secrets, otherwise, items);
  }

  /** The same with the half that is in AWS. */
  public Desired with(List<WantedItem> inAws) {
    return new Desired(objects, secrets, held, inAws);
  }
}
