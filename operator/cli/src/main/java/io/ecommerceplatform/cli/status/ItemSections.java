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
  private ItemSections() {}

  static Section stores(List<DataStatus> stores) {
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

  static Section aws(String summary, List<AwsItemStatus> items, Instant now) {
    return new Section("AWS", summary, items.stream().map(i -> awsItem(i, now)).toList());
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
  static Section rollouts(List<RolloutStatus> rollouts, Instant now) {
    return new Section(
        "Rollouts",
        "",
        rollouts.stream()
            .filter(r -> r.phase() != null && r.phase() != RolloutPhase.Healthy)
            .map(r -> rollout(r, now))
            .toList());
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
