package io.ecommerceplatform.model;

/** Who runs a store. */
public enum StoreProvider {
  /** This operator, as a StatefulSet. */
  StatefulSet,
  /** The Strimzi operator, from resources that this operator writes. */
  Strimzi,
  /** AWS. */
  Managed
}
