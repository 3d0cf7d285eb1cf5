package io.ecommerceplatform.refresh;

import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import io.ecommerceplatform.api.v1alpha1.status.CommandStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The commands that a status says were handled: of each the last one. */
public final class CommandLog {
  private CommandLog() {}

  /** The status with one more command, which takes the place of the one before of its name. */
  public static PlatformStatus with(PlatformStatus status, CommandStatus handled) {
    List<CommandStatus> commands =
        new ArrayList<>(
            Objects.requireNonNullElse(status.commands(), List.<CommandStatus>of()).stream()
                .filter(c -> !handled.command().equals(c.command()))
                .toList());
    commands.add(handled);
    return new PlatformStatus(
        status.observedGeneration(),
        status.phase(),
        status.message(),
        status.summary(),
        status.conditions(),
        status.urls(),
        status.services(),
        status.data(),
        status.aws(),
        status.rollouts(),
        status.workloads(),
        status.release(),
        status.recovery(),
        status.plan(),
        status.cost(),
        commands,
        status.details());
  }
}
