package io.ecommerceplatform.localplane.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class an account of the AWS emulator, as a parameter {@code AwsEmulator}.
 *
 * <p>One emulator per JVM, started when the first test asks for it; no control plane is started.
 * Beside {@link LocalPlane} both can be had.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(LocalAwsExtension.class)
public @interface LocalAws {}
