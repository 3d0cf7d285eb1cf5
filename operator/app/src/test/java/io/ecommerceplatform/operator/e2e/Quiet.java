package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.AuditLog.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells when the operator has nothing more to say about a namespace.
 *
 * @param audit where its requests are
 * @param namespace which of them count
 */
record Quiet(AuditLog audit, String namespace) {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Waits until the operator has sent nothing for a while, and gives the mark of that moment. */
  long await() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      long mark = audit.mark();
      Await.pause(QUIET);
      if (since(mark).isEmpty()) {
        return mark;
      }
    }
    throw new AssertionError("the operator never comes to rest");
  }

  List<Request> since(long mark) {
    return audit.since(mark, ACCOUNT, namespace);
  }
}
