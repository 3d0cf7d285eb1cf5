package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.kubernetes.CompileContext;
import io.ecommerceplatform.kubernetes.PlatformCompiler;
import io.ecommerceplatform.model.AwsCache;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Scan;
import io.ecommerceplatform.rollout.Intent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The password of a cache in AWS: made once, before the cache, and not anew while it is there. */
class LostCacheTokenTest {
  private static final ItemType TYPE =
      ItemType.of(AwsCache.TYPE, Identity.NAME, 40).holdingData(DeletionPolicy.Snapshot);

  private static Platform shop(String fields) {
    return Resolved.spec(
        """
        profile: Economy
        aws: {identity: default, regions: [{name: us-east-1}]}
        services: []
        caches: [{name: hot, placement: Managed%s}]
        """
            .formatted(fields));
  }

  private static Desired desired(Platform platform) {
    return PlatformCompiler.compile(
        platform,
        CompileContext.of(platform, Intent.none(), name -> Optional.empty(), Instant.EPOCH));
  }

  private static Observed nothing() {
    return Observed.of(List.of(), List.of(), Resolved.CLUSTER);
  }

  private static Observed cacheOf(Platform platform) {
    Map<String, String> tags =
        Map.of(ItemOwner.OWNER, new ItemOwner(platform.owner()).text(), ItemOwner.ITEM, "hot");
    FoundItem cache =
        new FoundItem(
            TYPE,
            "shop-hot",
            "arn",
            Json.tree(Map.of()),
            tags,
            new ItemHealth.Ready(),
            Map.of("endpoint", "hot.example.com"));
    Scan scan = new Scan(Instant.EPOCH, List.of(cache), Optional.empty());
    return nothing()
        .with(
            new ItemWorld(
                Map.of(ItemWorld.key(AwsCache.TYPE, "us-east-1"), scan),
                Map.of(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH));
  }

  @Test
  void isMadeBeforeTheCacheIs() {
    Platform platform = shop("");
    LostCredentials lost = new LostCredentials(platform, nothing());
    assertThat(lost.findings()).isEmpty();
    assertThat(lost.hold(desired(platform)).secrets())
        .extracting(secret -> secret.ref().name())
        .containsExactly("hot-credentials");
    assertThat(desired(platform).objects())
        .as("inside the cluster it needs nothing else")
        .noneMatch(object -> object.ref().name().startsWith("hot"));
  }

  @Test
  void isNotMadeAnewWhileAwsKnowsTheOldOne() {
    Platform platform = shop("");
    LostCredentials lost = new LostCredentials(platform, cacheOf(platform));
    assertThat(lost.findings())
        .extracting(Finding::reason, Finding::path)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Reason.CredentialsLost, "spec.caches[hot]"));
    assertThat(lost.hold(desired(platform)).secrets()).isEmpty();
  }

  @Test
  void isNoneWithoutTls() {
    Platform platform = shop(", transitEncryption: false");
    assertThat(desired(platform).secrets()).isEmpty();
    assertThat(new LostCredentials(platform, cacheOf(platform)).findings()).isEmpty();
  }
}
