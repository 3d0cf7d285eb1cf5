package io.ecommerceplatform.localplane.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class against a real API server.
 *
 * <p>One plane per JVM, started when the first test asks for it. Tests may take as parameters: a
 * {@code KubernetesClient} of the administrator, a {@link TestNamespace} of their own, the
 * administrator's {@link Kubeconfig}, from which those of ServiceAccounts are made, the {@link
 * AuditLog} of the API server, and the {@link Definitions} of other people's kinds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(LocalPlaneExtension.class)
public @interface LocalPlane {}
