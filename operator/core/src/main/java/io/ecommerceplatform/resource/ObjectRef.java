package io.ecommerceplatform.resource;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;

/**
 * The identity of one Kubernetes object, or of one item in AWS.
 *
 * @param apiVersion group and version as in a manifest, for example {@code apps/v1}
 * @param kind for example {@code Deployment}
 * @param namespace never null: everything that a platform owns is namespaced
 * @param name the object's name
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name)
    implements Comparable<ObjectRef> {

  /** Stands in the place of an API version for what lives in AWS. */
  public static final String AWS = "aws";

  private static final Comparator<ObjectRef> ORDER =
      Comparator.comparing(ObjectRef::kind)
          .thenComparing(ObjectRef::name)
          .thenComparing(ObjectRef::namespace)
          .thenComparing(ObjectRef::apiVersion);

  /** True for an item in AWS: its namespace is a region. */
  @JsonIgnore
  public boolean isAws() {
    return apiVersion.equals(AWS);
  }

  /** What people read and type: {@code Deployment/order-blue}. */
  public String id() {
    return kind + "/" + name;
  }

  @Override
  public int compareTo(ObjectRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return id();
  }
}
