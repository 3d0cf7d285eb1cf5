package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.AuditLog.Request;
import io.ecommerceplatform.operator.process.Await;
import java.time.Duration;
import java.util.List;

/**
 * Tells when the operator has nothing more to say about a namespace: when nothing is left that it
 * could wait for, and when it has been silent for longer than it ever keeps a status back.
 *
 * @param audit where its requests are
 * @param controllers whose work it waits for
 */
record Quiet(AuditLog audit, Controllers controllers) {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final Duration QUIET = Duration.ofSeconds(4);

  /** Waits until the operator has sent nothing for a while, and gives the mark of that moment. */
  long await() {
    long[] mark = new long[1];
    Await.until(
        "at rest",
        () -> {
          if (!controllers.unfinished().isEmpty()) {
            return false;
          }
          mark[0] = audit.mark();
          Await.pause(QUIET);
          return since(mark[0]).isEmpty() && controllers.unfinished().isEmpty();
        },
        () -> controllers.unfinished() + "\n" + since(mark[0]));
    return mark[0];
  }

  List<Request> since(long mark) {
    return audit.since(mark, ACCOUNT, controllers.namespace());
  }
}
