package io.ecommerceplatform.pass;

/**
 * One thing that goes wrong.
 *
 * @param write at which write, counted from one
 * @param point at which point of it
 */
record Interruption(int write, KillPoint point) {
  static final Interruption NONE = new Interruption(0, KillPoint.AFTER_THE_ANSWER);
}
