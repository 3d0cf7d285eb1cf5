package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.RestoreSpec;
import java.util.Optional;

/**
 * The copy of data that a store is made from, when it is not there.
 *
 * @param form which field of {@code restoreFrom} says it
 * @param value what that field says
 */
public record AwsRestore(Form form, String value) {

  /** The fields of {@code restoreFrom}, of which one is set. */
  public enum Form {
    snapshot,
    time,
    backup,
    retained
  }

  /** What a store says about it, if anything. */
  static Optional<AwsRestore> of(RestoreSpec spec) {
    if (spec == null) {
      return Optional.empty();
    }
    if (spec.snapshot() != null) {
      return Optional.of(new AwsRestore(Form.snapshot, spec.snapshot()));
    }
    if (spec.time() != null) {
      return Optional.of(new AwsRestore(Form.time, spec.time()));
    }
    return spec.backup() != null
        ? Optional.of(new AwsRestore(Form.backup, spec.backup()))
        : Optional.ofNullable(spec.retained()).map(name -> new AwsRestore(Form.retained, name));
  }

  /** How it is written on the store that was made from it. */
  public String text() {
    return form + "/" + value;
  }

  /** What {@link #text} says. */
  public static AwsRestore parsed(String text) {
    int slash = text.indexOf('/');
    return new AwsRestore(Form.valueOf(text.substring(0, slash)), text.substring(slash + 1));
  }
}
