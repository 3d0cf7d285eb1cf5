package io.ecommerceplatform.operator.process;

import io.ecommerceplatform.localplane.junit.LocalPlane;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on the plane with a parameter {@link OperatorProcess}: an operator with its own rights
 * that serves the namespace of the test and ends before that does.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LocalPlane
@ExtendWith(OperatorExtension.class)
public @interface WithOperator {}
