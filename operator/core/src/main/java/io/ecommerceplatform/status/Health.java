package io.ecommerceplatform.status;

import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.finding.Severity;

/**
 * How one service or store does.
 *
 * @param ready members that are ready
 * @param wanted members that are wanted
 * @param reason why it is as it is
 * @param message for a person; empty when it is fine
 */
record Health(long ready, long wanted, Reason reason, String message) {

  static Health fine(long ready) {
    return new Health(ready, ready, Reason.AllReady, "");
  }

  boolean isFine() {
    return reason.severity() == Severity.FINE;
  }

  String ratio() {
    return ready + "/" + wanted;
  }
}
