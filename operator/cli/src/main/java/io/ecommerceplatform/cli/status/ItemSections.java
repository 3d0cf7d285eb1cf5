package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.api.v1alpha1.status.AwsItemStatus;
import io.ecommerceplatform.api.v1alpha1.status.DataStatus;
import io.ecommerceplatform.api.v1alpha1.status.RolloutPhase;
import io.ecommerceplatform.api.v1alpha1.status.RolloutStatus;
import io.ecommerceplatform.cli.text.Ages;
import io.ecommerceplatform.cli.text.Mark;
import io.ecommerceplatform.cli.text.Row;
import io.ecommerceplatform.cli.text.Section;
import java.time.Instant;
import java.util.List;

/** Stores, AWS items and rollouts that run. */
final class ItemSections {
  private static final String HEALTHY = RolloutPhase.Healthy.name();

  private ItemSections() {}

  static Section stores(PlatformView view) {
    List<DataStatus> stores = view.list("data", DataStatus.class);
    long ready = stores.stream().filter(s -> Marks.of(s.state()) == Mark.FINE).count();
    return new Section(
        "Stores", ready + "/" + stores.size(), stores.stream().map(ItemSections::store).toList());
  }

  private static Row store(DataStatus store) {
    return Row.of(
            Marks.of(store.state()),
            store.name(),
            text(store.state()),
            text(store.kind()),
            text(store.engine()),
            text(store.placement()))
        .saying(store.message());
  }

  static Section aws(PlatformView view, Instant now) {
    List<AwsItemStatus> items = view.list("aws", AwsItemStatus.class);
    return new Section(
        "AWS", view.text("/status/summary/aws"), items.stream().map(i -> awsItem(i, now)).toList());
  }

  private static Row awsItem(AwsItemStatus item, Instant now) {
    Row row =
        Row.of(
                Marks.of(item.state()),
                item.id(),
                text(item.state()),
                Ages.since(item.since(), now),
                text(item.reason()))
            .saying(item.message());
    boolean page = Marks.reason(item.reason()).isPresent() && row.mark() != Mark.WAITING;
    return page ? row.typing("kubectl ecp explain " + item.reason()) : row;
  }

  /** Only those that are not at rest. */
  static Section rollouts(PlatformView view, Instant now) {
    List<RolloutStatus> running =
        view.list(
            "rollouts", RolloutStatus.class, r -> !HEALTHY.equals(r.path("phase").asText(HEALTHY)));
    return new Section("Rollouts", "", running.stream().map(r -> rollout(r, now)).toList());
  }

  private static Row rollout(RolloutStatus rollout, Instant now) {
    return Row.of(
            rollout.phase() == RolloutPhase.Degraded ? Mark.FAILING : Mark.WAITING,
            rollout.name(),
            text(rollout.phase()),
            Ages.since(rollout.stageStartedAt(), now),
            text(rollout.lifecycleStage()),
            text(rollout.strategy()))
        .saying(rollout.message());
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
