package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.UserInputs;
import io.ecommerceplatform.plan.Drift;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.rollout.Intent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that a status is composed of.
 *
 * @param platform the resolved resource
 * @param generation generation of the resource that was resolved
 * @param deleting true when the resource is being deleted
 * @param intent the persisted intent
 * @param observed the world as the pass saw it
 * @param desired what was compiled
 * @param plan what the pass did or would do, upgrades that wait included
 * @param due the part of it that waits for no upgrade
 * @param outcome what became of it
 * @param allowed the part of it that mode and approval let through
 * @param contested fields of ours that somebody else sets again and again
 * @param kept workloads whose pods wait for the approval of an upgrade
 * @param inputs what the user's side says of each workload
 * @param further findings of the shell, for example that the namespace is taken
 * @param previous the status that the resource has; null before the first
 * @param now the reading of the clock
 */
public record StatusInput(
    Platform platform,
    long generation,
    boolean deleting,
    Intent intent,
    Observed observed,
    Desired desired,
    Plan plan,
    Plan due,
    Outcome outcome,
    Plan allowed,
    List<Drift> contested,
    List<ObjectRef> kept,
    UserInputs inputs,
    List<Finding> further,
    PlatformStatus previous,
    Instant now) {

  public StatusInput {
    contested = List.copyOf(contested);
    kept = List.copyOf(kept);
    further = List.copyOf(further);
  }

  /** The same with findings more. */
  public StatusInput with(List<Finding> more) {
    List<Finding> all = new ArrayList<>(further);
    all.addAll(more);
    return new StatusInput(
        platform,
        generation,
        deleting,
        intent,
        observed,
        desired,
        plan,
        due,
        outcome,
        allowed,
        contested,
        kept,
        inputs,
        all,
        previous,
        now);
  }
}
