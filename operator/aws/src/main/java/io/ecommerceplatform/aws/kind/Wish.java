package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.Map;
import java.util.Optional;

/**
 * One item that a platform wants.
 *
 * @param name its name in the resource
 * @param path the field that asks for it
 * @param awsName its name in AWS; empty for a derived one
 * @param region where it is to be; empty for the platform's own region
 * @param suffix what its type wants at the end of a derived name
 * @param policy what becomes of it when nobody wants it; empty for the type's own
 * @param tags tags of this one alone
 * @param whenAbsent of one that is only looked at: what to do when it is not there
 */
public record Wish<S>(
    String name,
    String path,
    String awsName,
    Optional<String> region,
    String suffix,
    Optional<DeletionPolicy> policy,
    Map<String, String> tags,
    Optional<String> whenAbsent,
    S settings) {

  public Wish {
    tags = Map.copyOf(tags);
  }

  public static <S> Wish<S> of(String name, String path, String awsName, S settings) {
    String set = awsName == null ? "" : awsName;
    return new Wish<>(
        name,
        path,
        set,
        Optional.empty(),
        "",
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        settings);
  }

  /** One in another region. */
  public Wish<S> in(String other) {
    return new Wish<>(
        name, path, awsName, Optional.of(other), suffix, policy, tags, whenAbsent, settings);
  }

  public Wish<S> endingIn(String end) {
    return new Wish<>(name, path, awsName, region, end, policy, tags, whenAbsent, settings);
  }

  public Wish<S> withPolicy(Optional<DeletionPolicy> other) {
    return new Wish<>(name, path, awsName, region, suffix, other, tags, whenAbsent, settings);
  }

  public Wish<S> tagged(Map<String, String> others) {
    return new Wish<>(name, path, awsName, region, suffix, policy, others, whenAbsent, settings);
  }

  /** One that somebody else made, with what to do when it is not there. */
  public Wish<S> lookedAt(String advice) {
    return new Wish<>(
        name, path, awsName, region, suffix, policy, tags, Optional.of(advice), settings);
  }
}
