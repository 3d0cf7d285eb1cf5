package io.ecommerceplatform.operator;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.operator.config.ConfigCheck;
import io.ecommerceplatform.operator.config.OperatorConfig;
import io.javaoperatorsdk.operator.Operator;
import io.quarkiverse.operatorsdk.runtime.QuarkusConfigurationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;

/** Registers the one reconciler; takes the place of the extension's own registration. */
final class OperatorSetup {

  @Produces
  @ApplicationScoped
  Operator operator(
      QuarkusConfigurationService service, PlatformReconciler reconciler, OperatorConfig config) {
    List<String> errors = ConfigCheck.errors(config);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          "the operator's configuration is wrong: " + String.join("; ", errors));
    }
    Operator operator = new Operator(service);
    operator.register(
        reconciler,
        new PlatformController(
            service.<ECommercePlatform>getConfigurationFor(reconciler), config, service));
    return operator;
  }
}
