package io.ecommerceplatform.rollout;

/** Lifecycle stages that exist today, named as in the blue/green deployments of Amazon ECS. */
public enum Stage {
  /** The Deployment of the stable colour is replacing its pods. */
  SCALE_UP,
  /** Nothing in flight: the running revision is the wanted one. */
  STEADY
}
