package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ecommerceplatform.model.Engine;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers and Sentinels, started by the command of the StatefulSet. */
class RedisFailoverIT {
  // a Sentinel listens 20000 above its member, and both below the range of outgoing connections
  private static final List<Integer> PORTS = List.of(7391, 7392, 7393);

  @TempDir Path folder;

  @Test
  void aWriteGoesOnAfterThePrimaryDiedAndNothingIsLost() {
    assumeTrue(RedisMembers.isInstalled(), "needs redis-server, redis-sentinel and redis-cli");
    try (RedisMembers cache = new RedisMembers(command(), folder, PORTS)) {
      cache.startAll();
      cache.await("settled", () -> IntStream.range(0, 3).allMatch(m -> knowsAll(cache, m)));
      cache.await("written", () -> cache.tell(0, "set", "cart", "1").equals("OK"));
      assertThat(cache.tell(0, "wait", "2", "5000")).isEqualTo("2");

      cache.kill(0);
      cache.await("taken over", () -> cache.primary(1) > 0 && cache.primary(2) > 0);
      int heir = cache.primary(1);
      cache.await("written", () -> cache.tell(heir, "set", "order", "2").equals("OK"));
      assertThat(cache.tell(heir, "get", "cart")).isEqualTo("1");

      cache.start(0);
      cache.await("back as a replica", () -> cache.tell(0, "get", "order").equals("2"));
      assertThat(cache.tell(0, "role")).startsWith("slave");
      assertThat(cache.tell(0, "set", "cart", "3")).startsWith("READONLY");

      cache.killAll();
      cache.startAll();
      cache.await("written", () -> cache.tell(heir, "set", "address", "4").equals("OK"));
      assertThat(List.of(cache.tell(heir, "get", "cart"), cache.tell(heir, "get", "order")))
          .as("the heir is the primary after a start from cold, and kept both")
          .containsExactly("1", "2");
    }
  }

  @Test
  void aPrimaryThatNobodyFollowsRefusesWrites() {
    assumeTrue(RedisMembers.isInstalled(), "needs redis-server, redis-sentinel and redis-cli");
    try (RedisMembers cache = new RedisMembers(command(), folder, PORTS)) {
      cache.start(0);
      cache.await("up", () -> cache.tell(0, "ping").equals("PONG"));
      assertThat(cache.tell(0, "config", "get", "maxmemory-policy")).endsWith("allkeys-lru");
      assertThat(cache.tell(0, "set", "cart", "1")).startsWith("NOREPLICAS");
    }
  }

  private static boolean knowsAll(RedisMembers cache, int member) {
    return cache.known(member, "num-slaves").equals("2")
        && cache.known(member, "num-other-sentinels").equals("2");
  }

  private static List<String> command() {
    StatefulSet set =
        StorePlatform.find(
            StorePlatform.production(Engine.Redis)
                .members(3)
                .parameter("maxmemory-policy", "allkeys-lru")
                .compile(),
            StatefulSet.class,
            "store");
    Container server = set.getSpec().getTemplate().getSpec().getContainers().getFirst();
    return Stream.of(server.getCommand(), server.getArgs()).flatMap(List::stream).toList();
  }
}
