package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.Optional;

/**
 * One item that a platform wants.
 *
 * @param name its name in the resource
 * @param path the field that asks for it
 * @param awsName its name in AWS; empty for a derived one
 * @param suffix what its type wants at the end of a derived name
 * @param policy what becomes of it when nobody wants it; empty for the type's own
 */
public record Wish<S>(
    String name,
    String path,
    String awsName,
    String suffix,
    Optional<DeletionPolicy> policy,
    S settings) {

  public static <S> Wish<S> of(String name, String path, String awsName, S settings) {
    return new Wish<>(name, path, awsName == null ? "" : awsName, "", Optional.empty(), settings);
  }

  public Wish<S> endingIn(String end) {
    return new Wish<>(name, path, awsName, end, policy, settings);
  }

  public Wish<S> withPolicy(Optional<DeletionPolicy> other) {
    return new Wish<>(name, path, awsName, suffix, other, settings);
  }
}
