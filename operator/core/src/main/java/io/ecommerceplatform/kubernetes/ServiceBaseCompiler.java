package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;

/** Compiles what the pods of a service stand on: its identity and its configuration. */
final class ServiceBaseCompiler implements ComponentCompiler {
  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    for (ResolvedService service : platform.services()) {
      ServiceNames names = new ServiceNames(platform, service);
      desired.add(PodIdentity.of(names.metadata().owned(service.name()), service.roleArn()));
      if (!service.config().isEmpty()) {
        desired.add(
            new ConfigMapBuilder()
                .withMetadata(names.metadata().owned(names.configMap()))
                .withImmutable(true)
                .withData(service.config())
                .build());
      }
    }
  }
}
