package io.ecommerceplatform.operator.process;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlaneExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its operator, and ends it before anything that it works with is taken away. */
final class OperatorExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace STORE = Namespace.create(OperatorExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OperatorProcess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(STORE)
        .computeIfAbsent(OperatorProcess.class, key -> start(context), OperatorProcess.class);
  }

  // the namespace and the definitions go later, when the stores are closed
  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    OperatorProcess operator =
        context.getStore(STORE).remove(OperatorProcess.class, OperatorProcess.class);
    if (operator != null) {
      operator.close();
    }
  }

  private static OperatorProcess start(ExtensionContext context) {
    try {
      Kubeconfig account =
          OperatorInstall.into(
              LocalPlaneExtension.client(context), LocalPlaneExtension.kubeconfig(context));
      return OperatorProcess.start(
          account, Map.of("ECP_NAMESPACES", LocalPlaneExtension.namespace(context).name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
