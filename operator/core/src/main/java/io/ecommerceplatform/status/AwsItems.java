package io.ecommerceplatform.status;

import io.ecommerceplatform.api.v1alpha1.status.AwsItemStatus;
import io.ecommerceplatform.api.v1alpha1.status.ItemState;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.plan.ItemDiff;
import io.ecommerceplatform.plan.ItemVerdict;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.ItemFailure;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Health and status rows of the items in AWS. */
final class AwsItems {
  private static final int MOST_ROWS = 40;
  private static final int LONGEST_MESSAGE = 400;

  private final StatusInput input;
  private final ItemDiff diff;
  private final List<ItemVerdict> verdicts;

  AwsItems(StatusInput input) {
    this.input = input;
    diff = diff(input);
    verdicts = diff.verdicts();
  }

  static List<ItemVerdict> verdicts(StatusInput input) {
    return diff(input).verdicts();
  }

  private static ItemDiff diff(StatusInput input) {
    return new ItemDiff(
        input.platform().owner(), input.desired().items(), input.observed().items());
  }

  /** For example {@code 24/25}; null without items. */
  String ratio() {
    long ready = verdicts.stream().filter(ItemVerdict::isReady).count();
    return verdicts.isEmpty() ? null : ready + "/" + verdicts.size();
  }

  /** One for each item that is stuck, and one for all that only take their time. */
  Stream<Finding> findings() {
    Map<Boolean, List<ItemVerdict>> waiting =
        verdicts.stream()
            .filter(verdict -> !verdict.isReady())
            .collect(Collectors.partitioningBy(v -> v.reason() == Reason.WaitingForAws));
    Stream<Finding> stuck =
        waiting.get(false).stream()
            .filter(verdict -> verdict.reason() != Reason.Conflict || verdict.action().isEmpty())
            .map(AwsItems::finding);
    Stream<Finding> wished = Stream.concat(stuck, onTheirWay(waiting.get(true)).stream());
    return Stream.concat(wished, removals());
  }

  /** What does not go, and what cannot be seen while everything is to go. */
  private Stream<Finding> removals() {
    Stream<Finding> refused =
        diff.refusedRemovals().entrySet().stream()
            .map(e -> removal(e.getKey().id() + " cannot be deleted: ", e.getValue()));
    Stream<Finding> unseen =
        input.observed().items().scans().values().stream()
            .filter(scan -> input.deleting())
            .flatMap(scan -> scan.failure().stream())
            .map(failure -> removal("what is left in AWS is not known: ", failure));
    return Stream.concat(refused, unseen).distinct();
  }

  private static Finding removal(String what, ItemFailure failure) {
    return new Finding(
        ConditionType.AwsReady, ItemDiff.reason(failure), "", what + failure.message());
  }

  private static Finding finding(ItemVerdict verdict) {
    return new Finding(
        ConditionType.AwsReady,
        verdict.reason(),
        verdict.item().path(),
        verdict.item().ref().id() + ": " + verdict.message());
  }

  private static Optional<Finding> onTheirWay(List<ItemVerdict> waiting) {
    return waiting.stream()
        .findFirst()
        .map(first -> finding(first))
        .map(
            first ->
                waiting.size() == 1
                    ? first
                    : new Finding(
                        first.part(),
                        first.reason(),
                        first.path(),
                        "%s; and %d more, see kubectl ecp status"
                            .formatted(first.message(), waiting.size() - 1)));
  }

  /** A row for each item that is not ready; those that need a person first. */
  List<AwsItemStatus> rows() {
    return verdicts.stream()
        .filter(verdict -> !verdict.isReady())
        .sorted((a, b) -> b.reason().severity().compareTo(a.reason().severity()))
        .limit(MOST_ROWS)
        .map(this::row)
        .toList();
  }

  private AwsItemStatus row(ItemVerdict verdict) {
    String id = verdict.item().ref().id();
    ItemState state = state(verdict);
    String reason = verdict.reason().name();
    return new AwsItemStatus(
        id,
        verdict.item().type().name(),
        verdict.item().awsName(),
        verdict.found().map(FoundItem::outputs).map(outputs -> outputs.get("arn")).orElse(null),
        state,
        reason,
        shortened(verdict.message()),
        since(id, state, reason));
  }

  /** The time at which an item came into its state, as the last status knew it. */
  private String since(String id, ItemState state, String reason) {
    List<AwsItemStatus> before =
        input.previous() == null || input.previous().aws() == null
            ? List.of()
            : input.previous().aws();
    return before.stream()
        .filter(row -> row.id().equals(id) && row.state() == state)
        .filter(row -> Objects.equals(row.reason(), reason))
        .map(AwsItemStatus::since)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(input.now().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static ItemState state(ItemVerdict verdict) {
    return switch (verdict.reason().severity()) {
      case FINE -> ItemState.Ready;
      case PROGRESSING -> verdict.found().isPresent() ? ItemState.Progressing : ItemState.Pending;
      case DEGRADED -> ItemState.Degraded;
      case BLOCKED -> ItemState.Blocked;
    };
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE - 1) + "…";
  }
}
