package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.pass.ItemCompiler;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.Owner;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The AWS half of an operator: looks, compares nothing, and writes what a plan says. */
public final class AwsEngine implements AutoCloseable {
  private static final long TICK_MILLIS = 250;

  private final PlatformItems items;
  private final Attempts attempts;
  private final Inventory inventory;
  private final ItemApplier applier;
  private final ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("aws-inventory").factory());

  private final ScheduledFuture<?> ticking;

  /**
   * An engine that looks at once.
   *
   * @param changed is told whose picture of AWS changed
   */
  public AwsEngine(
      Kinds kinds,
      Accounts accounts,
      SecretReader secrets,
      InstantSource clock,
      Consumer<Owner> changed) {
    attempts = new Attempts(clock);
    items = new PlatformItems(kinds);
    inventory = new Inventory(kinds, accounts, attempts, clock, looks, changed);
    applier = new ItemApplier(kinds, accounts, attempts, inventory, secrets, clock);
    ticking =
        ticks.scheduleWithFixedDelay(
            inventory::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  public ItemCompiler items() {
    return items;
  }

  /** AWS as the platform sees it; empty until it was looked at once. */
  public Optional<ItemWorld> world(Platform platform, Aws aws) {
    inventory.follow(platform.owner(), scope(aws), aws.otherRegions(), items.compile(platform));
    return inventory.world(platform.owner(), scope(aws));
  }

  public Outcome execute(Plan plan, Platform platform, Aws aws) {
    return applier.execute(plan, platform.owner(), scope(aws));
  }

  /** What AWS refused is tried again at once, and everything is looked at again. */
  public void refresh(Owner owner) {
    attempts.retry(owner);
    inventory.refresh(owner);
  }

  public void forget(Owner owner) {
    inventory.forget(owner);
  }

  private static Scope scope(Aws aws) {
    return new Scope(aws.identity(), aws.region());
  }

  @Override
  public void close() {
    ticking.cancel(true);
    ticks.shutdownNow();
    looks.shutdownNow();
  }
}
