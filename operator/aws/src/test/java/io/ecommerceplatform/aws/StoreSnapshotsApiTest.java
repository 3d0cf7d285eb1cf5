package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.aws.StoreSnapshots.Taken;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsFault;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Snapshots that somebody takes by hand, of each type of store that has them. */
@LocalAws
class StoreSnapshotsApiTest {
  private final HandClock clock = new HandClock();
  private final Platform shop =
      EngineLife.platform(
          "shop",
          """
          profile: Economy
          domain: {host: shop.example.com}
          aws: {identity: default, regions: [{name: us-east-1}]}
          services: []
          databases:
            - {name: orders, placement: Managed, engine: PostgreSQL, replicas: [{name: reports}]}
            - {name: core, placement: Managed, engine: AuroraMySQL}
            - {name: papers, placement: Managed, engine: MongoDB}
          caches: [{name: hot, placement: Managed}]
          tables: [{name: carts, partitionKey: {name: id, type: S}}]
          """);
  private EngineLife engine;

  @BeforeEach
  void converged(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
    engine.converge(shop);
  }

  @Test
  void ofEachStoreOneIsTakenAndBecomesAvailable(AwsEmulator aws) {
    aws.delay("rds:DBSnapshot:create", Duration.ofMinutes(5));
    StoreSnapshots snapshots = new StoreSnapshots(shop, engine.accounts, clock);
    assertThat(snapshots.unread()).isEmpty();
    assertThat(snapshots.stores()).containsExactly("carts", "core", "hot", "orders", "papers");

    List<Taken> taken = snapshots.take(snapshots.stores());
    assertThat(taken).extracting(Taken::problem).containsOnly("");
    assertThat(taken).allSatisfy(t -> assertThat(t.snapshot().name()).matches(".*-\\d{8}-\\d{6}"));
    engine.rest(Duration.ofMinutes(1));
    assertThat(taken.stream().map(snapshots::look).filter(t -> !t.isAvailable()))
        .extracting(Taken::store)
        .containsExactly("orders");
    engine.rest(Duration.ofMinutes(5));
    assertThat(taken.stream().map(snapshots::look)).allMatch(Taken::isAvailable);
  }

  @Test
  void whatAwsRefusesIsToldAndStopsNoOther(AwsEmulator aws) {
    aws.inject(AwsFault.error("rds", "CreateDBSnapshot", "AccessDenied", 403));
    StoreSnapshots snapshots = new StoreSnapshots(shop, engine.accounts, clock);
    List<Taken> taken = snapshots.take(List.of("orders", "hot"));
    aws.clearFaults();
    assertThat(taken)
        .filteredOn(t -> t.store().equals("orders"))
        .singleElement()
        .satisfies(
            t -> {
              assertThat(t.isOver()).isTrue();
              assertThat(t.problem())
                  .startsWith("your credentials may not do a snapshot of rds.Instance orders");
            });
    assertThat(taken)
        .filteredOn(t -> t.store().equals("hot"))
        .extracting(Taken::state)
        .containsExactly("creating");
  }

  @Test
  void anotherPlatformHasNoneOfThese() {
    Platform other =
        EngineLife.platform(
            "other",
            """
            profile: Economy
            aws: {identity: default, regions: [{name: us-east-1}]}
            services: []
            databases: [{name: orders, placement: Managed, engine: PostgreSQL}]
            """);
    assertThat(new StoreSnapshots(other, engine.accounts, clock).stores()).isEmpty();
  }
}
