package io.ecommerceplatform.model;

/**
 * How clients speak to a store, beside its address.
 *
 * @param tls true for one that takes nothing else
 * @param sharded true when its address leads to all shards, so that clients have to ask for them
 * @param privateAuthority true when the authority that certifies it is in no image
 */
public record StoreAccess(boolean tls, boolean sharded, boolean privateAuthority) {
  /** One server for everything, without TLS. */
  public static final StoreAccess PLAIN = new StoreAccess(false, false, false);
}
