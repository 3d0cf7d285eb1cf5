package io.ecommerceplatform.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Calls that reach out of a function: the clock, the environment, chance, the cluster. */
final class Impure {
  private static final String CLIENT = "io.fabric8.kubernetes.client";
  private static final String SDK = "io.javaoperatorsdk.operator";
  private static final Set<String> OF_SYSTEM =
      Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "setProperty");
  private static final Set<String> WRITES =
      Set.of(
          "create",
          "createOr",
          "createOrReplace",
          "delete",
          "edit",
          "evict",
          "patch",
          "replace",
          "scale",
          "serverSideApply",
          "update");
  private static final Pattern STATUS_WRITES =
      Pattern.compile("(patch|update|edit|replace|json|serverSide).*Status");

  static final DescribedPredicate<JavaMethodCall> ENVIRONMENT =
      DescribedPredicate.describe(
          "System.getenv", call -> of(call, System.class) && call.getName().equals("getenv"));

  static final DescribedPredicate<JavaMethodCall> CALL =
      DescribedPredicate.describe("the clock, the environment or chance", Impure::readsTheWorld);

  static final DescribedPredicate<JavaConstructorCall> RANDOM =
      DescribedPredicate.describe(
          "Random", call -> call.getTargetOwner().isAssignableTo(Random.class));

  static final DescribedPredicate<JavaMethodCall> OBJECT_WRITE =
      DescribedPredicate.describe(
          "a write of an object", call -> ofClusterAccess(call) && WRITES.contains(call.getName()));

  static final DescribedPredicate<JavaMethodCall> STATUS_WRITE =
      DescribedPredicate.describe(
          "a write of a status",
          call -> ofClusterAccess(call) && STATUS_WRITES.matcher(call.getName()).matches());

  private Impure() {}

  private static boolean readsTheWorld(JavaMethodCall call) {
    var name = call.getName();
    return (of(call, System.class) && OF_SYSTEM.contains(name))
        || (of(call, UUID.class) && name.equals("randomUUID"))
        || (of(call, Math.class) && name.equals("random"))
        || (owner(call).getPackageName().startsWith("java.time")
            && (name.equals("now") || name.startsWith("system")));
  }

  /** A call of the client or of the SDK, which writes too; not of a resource's own getters. */
  private static boolean ofClusterAccess(JavaMethodCall call) {
    var owner = owner(call);
    if (owner.isAssignableTo(CustomResource.class)) {
      return false;
    }
    return owner.getPackageName().startsWith(CLIENT) || owner.getPackageName().startsWith(SDK);
  }

  private static boolean of(JavaCall<? extends CodeUnitCallTarget> call, Class<?> type) {
    return owner(call).isEquivalentTo(type);
  }

  private static JavaClass owner(JavaCall<? extends CodeUnitCallTarget> call) {
    return call.getTargetOwner();
  }
}
