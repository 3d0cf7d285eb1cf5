package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformSecret;
import io.ecommerceplatform.plan.Diff;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.Map;

/** Compiles the Secrets that are generated for the platform itself. */
final class PlatformSecretCompiler implements ComponentCompiler {
  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    for (PlatformSecret secret : platform.secrets()) {
      ObjectMetadata metadata =
          new ObjectMetadata(platform, platform.name(), secret.name(), "secret");
      ObjectRef ref = new ObjectRef("v1", "Secret", platform.namespace(), secret.name());
      // kept, because data that is kept may be encrypted with it
      Map<String, String> labels = metadata.labels(Map.of(Diff.DELETION_POLICY, Diff.RETAIN));
      desired.add(new GeneratedSecret(ref, labels, Map.of(), secret.keys()));
    }
  }
}
