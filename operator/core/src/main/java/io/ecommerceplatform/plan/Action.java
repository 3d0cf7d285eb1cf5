package io.ecommerceplatform.plan;

import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.WantedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a plan.
 *
 * @param operation what happens
 * @param ref to which object
 * @param manifest what is sent; absent when nothing is applied
 * @param secret what is generated; absent unless a Secret is created
 * @param uid identity of the live object that a deletion or replacement is about; empty when absent
 * @param changes the fields that differ
 * @param reason one line for a person; may be empty
 * @param item what happens in AWS; absent for an object of the cluster
 */
public record Action(
    Operation operation,
    ObjectRef ref,
    Optional<Manifest> manifest,
    Optional<GeneratedSecret> secret,
    String uid,
    List<FieldChange> changes,
    String reason,
    Optional<ItemChange> item) {

  public Action {
    changes = List.copyOf(changes);
  }

  public Action(
      Operation operation,
      ObjectRef ref,
      Optional<Manifest> manifest,
      Optional<GeneratedSecret> secret,
      String uid,
      List<FieldChange> changes,
      String reason) {
    this(operation, ref, manifest, secret, uid, changes, reason, Optional.empty());
  }

  static Action createItem(WantedItem item, Map<String, String> tags) {
    return new Action(
        Operation.CREATE,
        item.ref(),
        Optional.of(item.manifest()),
        Optional.empty(),
        "",
        List.of(),
        "",
        Optional.of(new ItemChange(Optional.of(item), tags, Optional.empty())));
  }

  static Action changeItem(
      Operation how,
      WantedItem item,
      Map<String, String> tags,
      FoundItem found,
      List<FieldChange> changes) {
    return new Action(
        how,
        item.ref(),
        Optional.of(item.manifest()),
        Optional.empty(),
        found.id(),
        changes,
        "",
        Optional.of(new ItemChange(Optional.of(item), tags, Optional.of(found))));
  }

  static Action withoutItem(Operation how, ObjectRef ref, FoundItem found, String reason) {
    return new Action(
        how,
        ref,
        Optional.empty(),
        Optional.empty(),
        found.id(),
        List.of(),
        reason,
        Optional.of(new ItemChange(Optional.empty(), Map.of(), Optional.of(found))));
  }

  /** What is sent, where the changes do not say it. */
  Optional<Manifest> unshown() {
    return operation == Operation.CREATE || ref.kind().equals("Secret")
        ? manifest
        : Optional.empty();
  }

  static Action create(Manifest manifest) {
    return new Action(
        Operation.CREATE,
        manifest.ref(),
        Optional.of(manifest),
        Optional.empty(),
        "",
        List.of(),
        "");
  }

  static Action generate(GeneratedSecret secret) {
    return new Action(
        Operation.CREATE,
        secret.ref(),
        Optional.empty(),
        Optional.of(secret),
        "",
        List.of(),
        "credentials are generated once");
  }

  /** Replaces the content of a generated Secret; its values are read when it is sent. */
  static Action rotate(Manifest content, String uid) {
    FieldChange masked = FieldChange.of("data", null, null).masked();
    return change(Operation.ROTATE, content, uid, List.of(masked))
        .because("the store knows the new login; pods that have the old one are replaced");
  }

  static Action change(Operation how, Manifest manifest, String uid, List<FieldChange> changes) {
    return new Action(
        how, manifest.ref(), Optional.of(manifest), Optional.empty(), uid, changes, "");
  }

  /** Deletes a StatefulSet from around its pods; the next pass creates it with larger volumes. */
  static Action recreate(
      Manifest manifest, String uid, List<FieldChange> others, FieldChange growth) {
    List<FieldChange> changes = new ArrayList<>(others);
    changes.add(growth);
    return new Action(
        Operation.RECREATE,
        manifest.ref(),
        Optional.of(manifest),
        Optional.empty(),
        uid,
        changes,
        "its volumes grow; the pods keep running");
  }

  static Action without(Operation how, ObjectRef ref, String uid, String reason) {
    return new Action(how, ref, Optional.empty(), Optional.empty(), uid, List.of(), reason);
  }

  /** The same action with the reason told. */
  public Action because(String why) {
    return new Action(operation, ref, manifest, secret, uid, changes, why, item);
  }

  /** True when data or availability is at stake, so that {@code approval: Destructive} waits. */
  public boolean isDestructive() {
    return operation == Operation.DESTROY
        || operation == Operation.SNAPSHOT_DELETE
        || (operation == Operation.REPLACE && ref.isAws())
        || (operation == Operation.REPLACE && ref.kind().equals("StatefulSet"));
  }
}
