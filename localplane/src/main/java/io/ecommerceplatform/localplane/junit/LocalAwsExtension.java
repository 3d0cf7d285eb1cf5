package io.ecommerceplatform.localplane.junit;

import io.ecommerceplatform.localplane.Settings;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests an account of the AWS emulator: lazily, one emulator per JVM, one account per class.
 */
public final class LocalAwsExtension implements ParameterResolver {
  private static final Namespace STORE = Namespace.create(LocalAwsExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == AwsEmulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return emulator(context);
  }

  /** The account of the test's class, for another extension. */
  public static AwsEmulator emulator(ExtensionContext context) {
    var server =
        context
            .getRoot()
            .getStore(STORE)
            .computeIfAbsent(TestAws.class, key -> open(), TestAws.class);
    var owner = context;
    while (owner.getTestMethod().isPresent()) {
      owner = owner.getParent().orElseThrow();
    }
    return owner
        .getStore(STORE)
        .computeIfAbsent(
            AwsEmulator.class,
            key -> new AwsEmulator(server.endpoint(), server::freshAccount),
            AwsEmulator.class);
  }

  private static TestAws open() {
    try {
      return TestAws.open(Settings.ofThisProcess(), Path.of("").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
