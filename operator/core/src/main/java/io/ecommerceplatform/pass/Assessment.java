package io.ecommerceplatform.pass;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.UserInputs;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.rollout.Intent;
import java.util.List;

/**
 * What a pass decided, before anything is written.
 *
 * @param platform the resolved resource
 * @param intent the intent that status should hold; a mode that only looks leaves it as it is
 * @param mustPersist true when that intent is not in status yet: write it and end the pass
 * @param desired what is wanted now: pods that only another release of the operator changes are in
 *     it as they are
 * @param plan everything that differs from what this release makes of the resource
 * @param due the part of it that waits for no upgrade
 * @param allowed the part of that which mode and approval let through
 * @param kept workloads whose pods wait for the approval of an upgrade
 * @param inputs what the user's side says of each workload
 * @param findings what the pass found beside the resolver's findings
 */
public record Assessment(
    Platform platform,
    Intent intent,
    boolean mustPersist,
    Desired desired,
    Plan plan,
    Plan due,
    Plan allowed,
    List<ObjectRef> kept,
    UserInputs inputs,
    List<Finding> findings) {

  /** Our field manager's name in managedFields. */
  public static final String FIELD_MANAGER = "ecommerce-platform-operator";

  /** The pure middle of a pass: resolve, decide, compile, compare. */
  public static Assessment of(PassInput input) {
    return new Assessing(input).assessment();
  }

  /** The same platform with nothing of it made, because of what was found. */
  public Assessment refused(Finding why) {
    Plan nothing = Plan.of(List.of());
    return new Assessment(
        platform,
        Intent.none(),
        false,
        Desired.nothing(),
        nothing,
        nothing,
        nothing,
        List.of(),
        inputs,
        List.of(why));
  }
}
