package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.Desired;
import java.util.List;

/** Compiles a whole platform, one kind of component after the other. */
public final class PlatformCompiler {
  private static final List<ComponentCompiler> COMPILERS =
      List.of(
          new PlatformSecretCompiler(),
          new NetworkPolicyCompiler(),
          new StoreCompiler(),
          new ManagedStoreCompiler(),
          new ServiceBaseCompiler(),
          new ServiceCompiler(),
          new NetworkEntranceCompiler(),
          new CertificateCompiler(),
          new IngressCompiler(),
          new CollectorCompiler(),
          new MonitorCompiler(),
          new RuleCompiler(),
          new AlertCompiler(),
          new DashboardCompiler(),
          new VeleroCompiler(),
          new WorkloadCompiler(),
          new JobCompiler());

  private PlatformCompiler() {}

  /** All objects that the platform should be made of. */
  public static Desired compile(Platform platform, CompileContext context) {
    DesiredBuilder desired = new DesiredBuilder();
    COMPILERS.forEach(compiler -> compiler.compile(platform, context, desired));
    return desired.build();
  }
}
