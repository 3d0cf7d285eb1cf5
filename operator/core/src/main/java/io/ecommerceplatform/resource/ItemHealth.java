package io.ecommerceplatform.resource;

/** How an item is, as AWS says it. */
public sealed interface ItemHealth {

  /** It can be used. */
  record Ready() implements ItemHealth {}

  /** AWS is at work on it. */
  record Progressing(String why) implements ItemHealth {}

  /** It can be used and changed; a change that AWS took already waits for its time. */
  record Waiting(String why) implements ItemHealth {}

  /** AWS gave up on it. */
  record Failed(String why) implements ItemHealth {}

  /** It is on its way out. */
  record Deleting() implements ItemHealth {}

  /** It goes at a date far ahead, and a change of its fields calls it back until then. */
  record Scheduled(String when) implements ItemHealth {}
}
