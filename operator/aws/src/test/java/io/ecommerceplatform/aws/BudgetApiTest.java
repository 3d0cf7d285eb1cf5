package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.Budget;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.NotificationType;

/** A budget of AWS: what it counts, whom it tells, and what of somebody else stays. */
@LocalAws
class BudgetApiTest {
  private static final String SHOP =
      """
      profile: Economy
      aws: {identity: default, regions: [{name: eu-west-1}]}
      services: [{name: user}]
      messaging: {transport: Kafka}
      cost: {monthlyBudgetUsd: 900}
      observability: {alerts: {tiers: [{afterMinutes: 0, email: [%s]}]}}
      """;

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
  }

  @AfterEach
  void leaveNothing(AwsEmulator aws) {
    aws.reset();
  }

  @Test
  void itCountsWhatCarriesTheTagOfThePlatform() {
    engine.converge(shop("a@example.com"));
    assertThat(budget().costFilters().get("TagKeyValue"))
        .containsExactly("user:ecommerceplatform.io/owner$test/shops/shop");
    assertThat(budget().budgetLimit().amount()).isEqualByComparingTo("900");
  }

  @Test
  void aNotificationOfSomebodyElseStays() {
    engine.converge(shop("a@example.com"));
    Notification theirs =
        Notification.builder()
            .notificationType(NotificationType.ACTUAL)
            .comparisonOperator("GREATER_THAN")
            .threshold(50.0)
            .build();
    budgets()
        .createNotification(
            r ->
                r.accountId(account())
                    .budgetName(budget().budgetName())
                    .notification(theirs)
                    .subscribers(s -> s.subscriptionType("EMAIL").address("boss@example.com")));

    engine.rest(Duration.ofHours(2));
    engine.converge(shop("b@example.com"));
    assertThat(
            budgets()
                .describeNotificationsForBudget(
                    r -> r.accountId(account()).budgetName(budget().budgetName()))
                .notifications())
        .extracting(Notification::threshold)
        .containsExactlyInAnyOrder(50.0, 80.0, 100.0, 100.0);
  }

  private static Platform shop(String email) {
    return EngineLife.platform("shop", SHOP.formatted(email));
  }

  private Budget budget() {
    return budgets().describeBudgets(r -> r.accountId(account())).budgets().getFirst();
  }

  private String account() {
    return engine.accounts.account("default", EngineLife.REGION);
  }

  private BudgetsClient budgets() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(BudgetsClient.class, BudgetsClient::builder);
  }
}
