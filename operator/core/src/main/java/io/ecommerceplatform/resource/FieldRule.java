package io.ecommerceplatform.resource;

/** What a difference of one field means. A field without a rule is changed in place. */
public enum FieldRule {
  /** AWS cannot change it: only a new item has the new value. */
  REPLACE,
  /**
   * Where its data came from when it was made. Of one that is there it is never changed, and
   * nothing is lost: somebody wants a copy in it, and has to ask for a new one.
   */
  ORIGIN,
  /** AWS takes it from what is there only: it is set by the first change. */
  LATER,
  /** What is there may be more than what is wanted: storage that AWS grows by itself. */
  AT_LEAST,
  /** What is there may say more: {@code 16} is wanted, {@code 16.4} runs. */
  PREFIX,
  /** A JSON document in a text; white space and the order of its lists of texts do not count. */
  JSON,
  /** A list that may have more than what is wanted; its parts are added by the first change. */
  AMONG,
  /** A list without an order. */
  SET,
  /** A map that has no other keys than the wanted ones. */
  WHOLE,
  /** Sent when it is made, never read back, never compared. */
  SECRET,
  /** Says which content the fields of {@link #SECRET} have: with a change of it they are sent. */
  SECRET_VERSION,
  /** Says how a change is made, and is no state of the item: never compared. */
  HOW
}
