package io.ecommerceplatform.plan;

/** What an action does to one object, in the words and symbols of a plan. */
public enum Operation {
  CREATE("+"),
  UPDATE("~"),
  /** Delete and create again, because a field that differs cannot be changed in place. */
  REPLACE("±"),
  /**
   * Delete the object alone and create it again around the pods that keep running: how the volumes
   * of a StatefulSet grow.
   */
  RECREATE("↻"),
  /** Give clients the login that the store has learnt meanwhile. */
  ROTATE("⟳"),
  DELETE("-"),
  /** Delete with the data that is in it or behind it, as its deletion policy asks. */
  DESTROY("✗"),
  /** Take a last snapshot, then delete, as its deletion policy asks. */
  SNAPSHOT_DELETE("⊖"),
  /** Make an item in AWS ours that was there before, as the resource asks. */
  ADOPT("⇐"),
  /** Ours, no longer wanted, but kept by its deletion policy. */
  RETAIN("="),
  /** An object of that name exists and is not ours; it is left alone. */
  CONFLICT("!"),
  /** Nobody looked, so nobody knows whether it is there. */
  UNKNOWN("?");

  private final String symbol;

  Operation(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }

  /** True when executing the action sends something to the API server. */
  public boolean writes() {
    return this != RETAIN && this != CONFLICT && this != UNKNOWN;
  }
}
