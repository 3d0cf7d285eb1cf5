package io.ecommerceplatform.resource;

/** How AWS tells two items of a type apart, which decides how a lost answer is found again. */
public enum Identity {
  /** By a name of ours: a second create says that it exists. */
  NAME,
  /** By an id that AWS gives; a create with the same token makes no second one. */
  TOKEN,
  /** By an id that AWS gives, and no token: the owner tags say which one is ours. */
  TAG,
  /** Inside of another item, which is ours. */
  CHILD
}
