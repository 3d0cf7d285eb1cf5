package io.ecommerceplatform.rollout;

/** The two permanent colours of a service; {@code Rolling} only ever uses blue. */
public enum Color {
  blue,
  green;

  public Color other() {
    return this == blue ? green : blue;
  }
}
