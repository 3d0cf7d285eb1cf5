package io.ecommerceplatform.pass;

/** Where in the life of one write something goes wrong. */
enum KillPoint {
  /** The process dies with the request in its hands. */
  BEFORE_SENDING,
  /** The API server has it, the process lives on and does not know. */
  ANSWER_LOST,
  /** The process dies before it can tell anybody. */
  AFTER_THE_ANSWER
}
