package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsBudget;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.CalculatedSpend;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.NotFoundException;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.NotificationWithSubscribers;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.Subscriber;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.ThresholdType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/** Budgets of AWS: what everything with the tag of a platform costs a month. */
public final class Budget implements AwsKind<Budget.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsBudget.TYPE, Identity.NAME, 100)
          .global()
          .with("costFilters", FieldRule.WHOLE)
          .with("notifications", FieldRule.SET);

  private static final String CURRENCY = "USD";
  private static final String TAGS = "TagKeyValue";

  /** When AWS tells somebody. */
  private static final List<Alert> ALERTS =
      List.of(
          new Alert(NotificationType.ACTUAL.toString(), 80.0, null),
          new Alert(NotificationType.ACTUAL.toString(), 100.0, null),
          new Alert(NotificationType.FORECASTED.toString(), 100.0, null));

  /**
   * One notification.
   *
   * @param threshold in per cent of the limit
   * @param subscribers their addresses, sorted
   */
  public record Alert(String notificationType, Double threshold, List<String> subscribers) {

    private boolean isLike(Alert other) {
      return notificationType.equals(other.notificationType) && threshold.equals(other.threshold);
    }

    private Alert to(List<String> addresses) {
      return new Alert(notificationType, threshold, addresses);
    }
  }

  /**
   * Its fields, named as Budgets names them.
   *
   * @param notifications ours; what somebody else put beside them stays
   */
  public record Settings(
      String budgetType,
      String timeUnit,
      BigDecimal budgetLimit,
      Map<String, List<String>> costFilters,
      List<Alert> notifications) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "budgets:ViewBudget",
        "budgets:ModifyBudget",
        "budgets:ListTagsForResource",
        "budgets:TagResource");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    String owner = new ItemOwner(platform.owner()).text();
    return aws.budget().stream()
        .map(budget -> Wish.of(AwsBudget.NAME, AwsBudget.PATH, "", settings(budget, owner)))
        .toList();
  }

  private static Settings settings(AwsBudget budget, String owner) {
    List<Alert> alerts =
        budget.emails().isEmpty()
            ? List.of()
            : ALERTS.stream().map(alert -> alert.to(budget.emails())).toList();
    return new Settings(
        BudgetType.COST.toString(),
        TimeUnit.MONTHLY.toString(),
        BigDecimal.valueOf(budget.limitUsd()),
        Map.of(TAGS, List.of("user:%s$%s".formatted(ItemOwner.OWNER, owner))),
        alerts);
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows neither tags nor notifications
  }

  /** All that an operator made, as no index of tags knows budgets. */
  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    String account = account(clients);
    return client(clients).describeBudgetsPaginator(request -> request.accountId(account)).stream()
        .flatMap(page -> page.budgets().stream())
        .flatMap(budget -> read(clients, account, budget, interest).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(
      Clients clients,
      String account,
      software.amazon.awssdk.services.budgets.model.Budget budget,
      Interest interest) {
    String name = budget.budgetName();
    String arn = arn(clients, account, name);
    try {
      Map<String, String> tags =
          client(clients).listTagsForResource(r -> r.resourceARN(arn)).resourceTags().stream()
              .collect(Collectors.toMap(ResourceTag::key, ResourceTag::value));
      if (!tags.containsKey(ItemOwner.OWNER) && !interest.has(name)) {
        return Optional.empty();
      }
      Settings settings =
          new Settings(
              budget.budgetTypeAsString(),
              budget.timeUnitAsString(),
              budget.budgetLimit() == null ? null : budget.budgetLimit().amount(),
              budget.costFilters(),
              alerts(clients, account, name).toList());
      return Optional.of(Found.ready(name, name, settings, tags, Map.of("arn", arn)));
    } catch (NotFoundException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  /** Of those that are like ours, whom they tell. */
  private static Stream<Alert> alerts(Clients clients, String account, String name) {
    BudgetsClient budgets = client(clients);
    return budgets
        .describeNotificationsForBudgetPaginator(r -> r.accountId(account).budgetName(name))
        .stream()
        .flatMap(page -> page.notifications().stream())
        .filter(Budget::isRelative)
        .map(n -> new Alert(n.notificationTypeAsString(), n.threshold(), null))
        .filter(alert -> ALERTS.stream().anyMatch(alert::isLike))
        .map(alert -> alert.to(subscribers(budgets, account, name, alert)));
  }

  private static boolean isRelative(Notification notification) {
    return notification.comparisonOperator() == ComparisonOperator.GREATER_THAN
        && (notification.thresholdType() == null
            || notification.thresholdType() == ThresholdType.PERCENTAGE);
  }

  private static List<String> subscribers(
      BudgetsClient budgets, String account, String name, Alert alert) {
    return budgets
        .describeSubscribersForNotificationPaginator(
            r -> r.accountId(account).budgetName(name).notification(notification(alert)))
        .stream()
        .flatMap(page -> page.subscribers().stream())
        .map(Subscriber::address)
        .sorted()
        .toList();
  }

  private static Notification notification(Alert alert) {
    return Notification.builder()
        .notificationType(alert.notificationType())
        .comparisonOperator(ComparisonOperator.GREATER_THAN)
        .threshold(alert.threshold())
        .thresholdType(ThresholdType.PERCENTAGE)
        .build();
  }

  private static List<Subscriber> subscribers(Alert alert) {
    return alert.subscribers().stream()
        .map(
            address ->
                Subscriber.builder()
                    .subscriptionType(SubscriptionType.EMAIL)
                    .address(address)
                    .build())
        .toList();
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createBudget(
            request ->
                request
                    .accountId(account(clients))
                    .budget(budget -> with(settings, budget.budgetName(creation.awsName())))
                    .notificationsWithSubscribers(
                        settings.notifications().stream()
                            .map(
                                alert ->
                                    NotificationWithSubscribers.builder()
                                        .notification(notification(alert))
                                        .subscribers(subscribers(alert))
                                        .build())
                            .toList())
                    .resourceTags(tags(creation.tags())));
  }

  private static void with(
      Settings settings, software.amazon.awssdk.services.budgets.model.Budget.Builder budget) {
    budget
        .budgetType(settings.budgetType())
        .timeUnit(settings.timeUnit())
        .budgetLimit(l -> l.amount(settings.budgetLimit()).unit(CURRENCY))
        .costFilters(settings.costFilters());
  }

  /** What it has beside our fields, its time and its kinds of costs, is sent as it was read. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    String account = account(clients);
    String name = update.found().awsName();
    Settings settings = update.settings();
    if (update.changes("budgetType", "timeUnit", "budgetLimit", "costFilters")) {
      BudgetsClient budgets = client(clients);
      var budget =
          budgets.describeBudget(r -> r.accountId(account).budgetName(name)).budget().toBuilder()
              .calculatedSpend((CalculatedSpend) null)
              .lastUpdatedTime(null);
      with(settings, budget);
      budgets.updateBudget(r -> r.accountId(account).newBudget(budget.build()));
    }
    if (update.changes("notifications")) {
      tell(account, name, settings.notifications(), clients);
    }
  }

  private static void tell(String account, String name, List<Alert> wanted, Clients clients) {
    BudgetsClient budgets = client(clients);
    List<Alert> there = alerts(clients, account, name).toList();
    for (Alert alert : there) {
      if (!wanted.contains(alert)) {
        budgets.deleteNotification(
            r -> r.accountId(account).budgetName(name).notification(notification(alert)));
      }
    }
    for (Alert alert : wanted) {
      if (!there.contains(alert)) {
        budgets.createNotification(
            r ->
                r.accountId(account)
                    .budgetName(name)
                    .notification(notification(alert))
                    .subscribers(subscribers(alert)));
      }
    }
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteBudget(r -> r.accountId(account(clients)).budgetName(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients)
        .tagResource(r -> r.resourceARN(found.outputs().get("arn")).resourceTags(tags(tags)));
  }

  private static List<ResourceTag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> ResourceTag.builder().key(key).value(value).build());
  }

  private static String arn(Clients clients, String account, String name) {
    return "arn:%s:budgets::%s:budget/%s".formatted(Partition.of(clients.region()), account, name);
  }

  private static String account(Clients clients) {
    return clients.account();
  }

  private static BudgetsClient client(Clients clients) {
    return clients.of(BudgetsClient.class, BudgetsClient::builder);
  }
}
