package io.ecommerceplatform.localplane.junit;

import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.toolchain.DefinitionFolder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a plane: lazily, one per JVM, with a namespace per test. */
public final class LocalPlaneExtension implements ParameterResolver {
  private static final Namespace STORE = Namespace.create(LocalPlaneExtension.class);
  private static final Set<Class<?>> PARAMETERS =
      Set.of(
          KubernetesClient.class,
          Kubeconfig.class,
          TestNamespace.class,
          AuditLog.class,
          Definitions.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    var plane = plane(context);
    if (type == KubernetesClient.class) {
      return plane.client();
    }
    if (type == AuditLog.class) {
      return plane.audit();
    }
    if (type == Definitions.class) {
      return definitions(context, plane);
    }
    return type == Kubeconfig.class ? plane.kubeconfig() : namespace(context, plane);
  }

  /** The administrator's client, for another extension. */
  public static KubernetesClient client(ExtensionContext context) {
    return plane(context).client();
  }

  /** The administrator's kubeconfig, for another extension. */
  public static Kubeconfig kubeconfig(ExtensionContext context) {
    return plane(context).kubeconfig();
  }

  /** The namespace of the test, for another extension. */
  public static TestNamespace namespace(ExtensionContext context) {
    return namespace(context, plane(context));
  }

  /** In the root store: closed by JUnit when the last test of the JVM is done. */
  private static TestPlane plane(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .computeIfAbsent(TestPlane.class, key -> open(), TestPlane.class);
  }

  private static TestPlane open() {
    try {
      return TestPlane.open(Settings.ofThisProcess(), Path.of("").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the store of the test, whose end deletes the namespace. */
  private static TestNamespace namespace(ExtensionContext context, TestPlane plane) {
    return context
        .getStore(STORE)
        .computeIfAbsent(
            OwnedNamespace.class,
            key -> OwnedNamespace.create(plane.client(), title(context)),
            OwnedNamespace.class)
        .namespace();
  }

  /** In the store of the test, whose end takes the definitions away. */
  private static Definitions definitions(ExtensionContext context, TestPlane plane) {
    var folder = new DefinitionFolder(Settings.ofThisProcess(), System.err::println);
    return context
        .getStore(STORE)
        .computeIfAbsent(
            Definitions.class,
            key -> new Definitions(plane.client(), folder::find),
            Definitions.class);
  }

  private static String title(ExtensionContext context) {
    var test = context.getRequiredTestClass().getSimpleName();
    return context.getTestMethod().map(method -> test + "-" + method.getName()).orElse(test);
  }
}
