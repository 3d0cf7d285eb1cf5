package io.ecommerceplatform.operator;

import io.javaoperatorsdk.operator.api.config.Utils;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the operator; log lines name platform and pass under our keys, not under the SDK's. */
@QuarkusMain
public final class OperatorMain {
  private OperatorMain() {}

  public static void main(String[] args) {
    System.setProperty(Utils.USE_MDC_ENV_KEY, "false");
    Quarkus.run(args);
  }
}
