package io.ecommerceplatform.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.aws.Attempts.Effect;
import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.aws.client.AwsErrors;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.aws.kind.AwsKind.Creation;
import io.ecommerceplatform.aws.kind.AwsKind.Obstacle;
import io.ecommerceplatform.aws.kind.AwsKind.Update;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.FieldChange;
import io.ecommerceplatform.plan.ItemChange;
import io.ecommerceplatform.plan.ItemDiff;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.FailureKind;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemFailure;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.SecretReference;
import io.ecommerceplatform.resource.WantedItem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/** Executes the actions of a plan in AWS; the only class that makes its kinds write. */
public final class ItemApplier {
  private final Kinds kinds;
  private final Accounts accounts;
  private final Attempts attempts;
  private final Inventory inventory;
  private final SecretReader secrets;
  private final InstantSource clock;

  public ItemApplier(
      Kinds kinds,
      Accounts accounts,
      Attempts attempts,
      Inventory inventory,
      SecretReader secrets,
      InstantSource clock) {
    this.kinds = kinds;
    this.accounts = accounts;
    this.attempts = attempts;
    this.inventory = inventory;
    this.secrets = secrets;
    this.clock = clock;
  }

  private record Result(Action action, Optional<ItemFailure> failure) {}

  /** Sends every action; one that fails stops none of its siblings. */
  public Outcome execute(Plan plan, Owner owner, Scope scope) {
    List<Action> due =
        plan.actions().stream()
            .filter(action -> action.ref().isAws() && action.operation().writes())
            .toList();
    List<Action> applied = new ArrayList<>();
    List<Outcome.Failure> failures = new ArrayList<>();
    Map<Boolean, List<Action>> waves =
        due.stream().collect(Collectors.partitioningBy(ItemApplier::takesAwayAParent));
    for (boolean parents : List.of(false, true)) {
      for (Result result : all(waves.get(parents), owner, scope)) {
        result
            .failure()
            .ifPresentOrElse(
                why -> failures.add(failure(result.action(), why)),
                () -> applied.add(result.action()));
      }
    }
    due.forEach(action -> inventory.written(scope.identity(), action.ref()));
    return new Outcome(applied, failures);
  }

  // who a child belongs to is read off its parents, so these go last
  private static boolean takesAwayAParent(Action action) {
    boolean removes =
        switch (action.operation()) {
          case DELETE, DESTROY, SNAPSHOT_DELETE -> true;
          case CREATE, UPDATE, ROTATE, REPLACE, RECREATE, ADOPT, RETAIN, CONFLICT, UNKNOWN -> false;
        };
    return removes
        && action
            .item()
            .flatMap(ItemChange::found)
            .filter(found -> found.type().identity() != Identity.CHILD)
            .isPresent();
  }

  private List<Result> all(List<Action> actions, Owner owner, Scope scope) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Result>> running =
          actions.stream().map(a -> threads.submit(() -> attempt(a, owner, scope))).toList();
      List<Result> results = new ArrayList<>();
      for (Future<Result> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the operator stops", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a kind failed", e.getCause());
    }
  }

  private Result attempt(Action action, Owner owner, Scope scope) {
    AwsKind<?> kind = kinds.of(action.ref().kind());
    Instant at = clock.instant();
    Optional<ItemFailure> failure = Optional.empty();
    boolean makes = action.operation() == Operation.CREATE;
    Effect effect = makes ? Effect.MADE : Effect.CHANGED;
    Told told = new Told();
    try {
      Clients clients = accounts.of(scope.identity(), action.ref().namespace());
      failure = send(kind, action, owner, clients, told);
    } catch (SdkException e) {
      String what = action.operation().name().toLowerCase(Locale.ROOT);
      ItemFailure why =
          told.without(
              AwsErrors.of(
                  e,
                  "%s of %s".formatted(what, action.ref().kind()),
                  accounts.shown(scope.identity()),
                  clock.instant()));
      boolean goneAlready = why.kind() == FailureKind.NOT_FOUND && isRemoval(action);
      boolean thereAlready = makes && why.kind() == FailureKind.EXISTS;
      effect = thereAlready ? Effect.EXISTED : effect;
      // what is there is read again, and then it shows whose it is
      failure = goneAlready || thereAlready ? Optional.empty() : Optional.of(why);
    }
    attempts.record(owner, action.ref(), wanted(action), effect, at, failure);
    return new Result(action, failure);
  }

  private static boolean isRemoval(Action action) {
    return action.item().orElseThrow().wanted().isEmpty();
  }

  private static String wanted(Action action) {
    return action.item().orElseThrow().wanted().map(ItemDiff::hash).orElse("");
  }

  private <S extends Record> Optional<ItemFailure> send(
      AwsKind<S> kind, Action action, Owner owner, Clients clients, Told told) {
    ItemChange change = action.item().orElseThrow();
    switch (action.operation()) {
      case CREATE -> {
        return create(kind, change, owner, clients, told);
      }
      case UPDATE -> {
        return update(kind, action, owner, clients, told);
      }
      case ADOPT -> kind.tag(change.found().orElseThrow(), change.tags(), clients);
      case REPLACE, DELETE, DESTROY -> kind.delete(change.found().orElseThrow(), false, clients);
      case SNAPSHOT_DELETE -> kind.delete(change.found().orElseThrow(), true, clients);
      case RECREATE, ROTATE, RETAIN, CONFLICT, UNKNOWN ->
          throw new IllegalArgumentException(action.operation() + " is not for AWS");
    }
    return Optional.empty();
  }

  private <S extends Record> Optional<ItemFailure> create(
      AwsKind<S> kind, ItemChange change, Owner owner, Clients clients, Told told) {
    WantedItem item = change.wanted().orElseThrow();
    Function<ObjectNode, Creation<S>> creation =
        fields ->
            new Creation<>(
                item.awsName(),
                Json.typed(fields, kind.settings()),
                change.tags(),
                token(item, owner));
    Optional<Obstacle> obstacle = kind.obstacle(creation.apply(item.settings()), clients);
    if (obstacle.isPresent()) {
      return obstacle.map(o -> new ItemFailure(o.kind(), "", o.message(), clock.instant()));
    }
    return tell(
        item,
        owner,
        told,
        fields ->
            kind.create(
                creation.apply(fields),
                item.type().identity() == Identity.TAG ? clients.once() : clients));
  }

  /** Makes a call with values of Secrets; none while a Secret lacks one. */
  private Optional<ItemFailure> tell(
      WantedItem item, Owner owner, Told told, Consumer<ObjectNode> call) {
    Map<SecretReference, String> values = new HashMap<>();
    for (SecretReference reference : SecretReference.in(item.settings())) {
      Optional<String> value = secrets.read(owner.namespace(), reference);
      if (value.isEmpty()) {
        String text = "waits for " + reference.shown();
        return Optional.of(new ItemFailure(FailureKind.BUSY, "", text, clock.instant()));
      }
      values.put(reference, value.get());
      told.add(reference, value.get());
    }
    call.accept(SecretReference.resolved(item.settings(), values::get));
    return Optional.empty();
  }

  private static String token(WantedItem item, Owner owner) {
    return Json.hash(List.of(owner, item.ref(), item.settings()));
  }

  private <S extends Record> Optional<ItemFailure> update(
      AwsKind<S> kind, Action action, Owner owner, Clients clients, Told told) {
    ItemChange change = action.item().orElseThrow();
    FoundItem found = change.found().orElseThrow();
    WantedItem item = change.wanted().orElseThrow();
    Set<String> changed =
        action.changes().stream().map(ItemApplier::field).collect(Collectors.toSet());
    boolean isTagged = changed.remove("tags");
    // what is on its way out takes no tags before it is called back
    boolean isCalledBack = found.health() instanceof ItemHealth.Scheduled;
    if (isTagged && !isCalledBack) {
      kind.tag(found, change.tags(), clients);
    }
    Optional<ItemFailure> failure = Optional.empty();
    if (!changed.isEmpty()) {
      Consumer<ObjectNode> call =
          fields ->
              kind.update(
                  new Update<>(found, Json.typed(fields, kind.settings()), changed), clients);
      if (changed.stream().anyMatch(field -> isSecretVersion(item, field))) {
        failure = tell(item, owner, told, call);
      } else {
        call.accept(item.settings());
      }
    }
    if (isTagged && isCalledBack) {
      kind.tag(found, change.tags(), clients);
    }
    return failure;
  }

  private static boolean isSecretVersion(WantedItem item, String field) {
    return item.type().rules().get(field) == FieldRule.SECRET_VERSION;
  }

  /** The first word of a path: {@code tags} of {@code tags[team]}. */
  private static String field(FieldChange change) {
    return Stream.of(change.path().split("[.\\[]", 2)).findFirst().orElseThrow();
  }

  private static Outcome.Failure failure(Action action, ItemFailure why) {
    return new Outcome.Failure(action.ref(), action.operation(), 0, why.message());
  }
}
