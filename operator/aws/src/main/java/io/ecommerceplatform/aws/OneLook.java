package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.ItemWorld;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Looks at AWS once, with the rights of who asks, whatever identity a platform names. */
public final class OneLook {
  private final Accounts accounts;
  private final InstantSource clock;

  public OneLook(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** With the credentials that the SDK finds; empty when it finds none. */
  public static Optional<OneLook> ofThisProcess(InstantSource clock) {
    try (DefaultCredentialsProvider own = DefaultCredentialsProvider.builder().build()) {
      own.resolveCredentials();
    } catch (SdkClientException none) {
      return Optional.empty();
    }
    return Optional.of(new OneLook(Accounts.ofThisProcess(Map.of()), clock));
  }

  /** Everything of all types in the platform's region; nothing was written before. */
  public ItemWorld at(Platform platform) {
    return at(platform, Kinds.all());
  }

  Accounts accounts() {
    return accounts;
  }

  /** The same of some types. */
  ItemWorld at(Platform platform, Kinds kinds) {
    return platform
        .aws()
        .map(
            aws -> {
              Scope scope = new Scope(aws.identity(), aws.region());
              Inventory inventory =
                  new Inventory(
                      kinds, accounts, new Attempts(clock), clock, Runnable::run, owner -> {});
              inventory.follow(
                  platform.owner(),
                  scope,
                  aws.otherRegions(),
                  new PlatformItems(kinds).compile(platform));
              inventory.tick();
              ItemWorld seen = inventory.world(platform.owner(), scope).orElseThrow();
              return new ItemWorld(
                  seen.scans(), seen.attempts(), seen.account(), Instant.EPOCH, seen.now());
            })
        .orElse(ItemWorld.none());
  }
}
