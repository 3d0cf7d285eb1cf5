package io.ecommerceplatform.operator.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.aws.SecretReader;
import io.ecommerceplatform.operator.observe.KindCache;
import io.ecommerceplatform.operator.observe.SecretValues;
import io.ecommerceplatform.operator.observe.World;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.plan.VolumeTemplates;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.SecretReference;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Executes plans; the only class that creates, changes or deletes objects of a platform. */
public final class KubernetesApplier {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final ObjectRequests requests;
  private final RequestPool pool;
  private final Credentials credentials;
  private final SecretReader secrets;
  private final InstantSource clock;

  KubernetesApplier(
      ObjectRequests requests,
      RequestPool pool,
      Credentials credentials,
      SecretReader secrets,
      InstantSource clock) {
    this.requests = requests;
    this.pool = pool;
    this.credentials = credentials;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** An applier that has at most so many requests under way. */
  public static KubernetesApplier over(
      KubernetesClient client, int parallelism, Credentials credentials, InstantSource clock) {
    return new KubernetesApplier(
        new ObjectRequests(client, Assessment.FIELD_MANAGER),
        new RequestPool(parallelism),
        credentials,
        new SecretValues(client),
        clock);
  }

  /** Sends every action of the plan; one that fails stops none of its siblings. */
  public Outcome execute(Plan plan, World world) {
    List<Action> applied = new ArrayList<>();
    List<Outcome.Failure> failures = new ArrayList<>();
    for (List<Action> wave : Waves.of(plan)) {
      List<Action> due =
          wave.stream().filter(a -> !VolumeTemplates.isPremature(a, failures)).toList();
      for (Result result : pool.all(due, action -> attempt(action, world.cache(action.ref())))) {
        result.applied().ifPresent(applied::add);
        result.failure().ifPresent(failures::add);
      }
    }
    return new Outcome(applied, failures);
  }

  private record Result(Optional<Action> applied, Optional<Outcome.Failure> failure) {
    static Result done(Action action) {
      return new Result(Optional.of(action), Optional.empty());
    }

    /** Somebody was faster; the next pass sees what is there now. */
    static Result overtaken() {
      return new Result(Optional.empty(), Optional.empty());
    }
  }

  private Result attempt(Action action, KindCache cache) {
    try {
      return send(action, cache);
    } catch (KubernetesClientException e) {
      return new Result(Optional.empty(), Optional.of(Refusal.of(action, e)));
    }
  }

  private Result send(Action action, KindCache cache) {
    return switch (action.operation()) {
      case CREATE ->
          action.secret().isPresent() ? generate(action, cache) : apply(action, cache, false);
      case UPDATE -> apply(action, cache, true);
      case ROTATE -> rotate(action, cache);
      case REPLACE -> delete(action, cache, replacement(action));
      case RECREATE -> delete(action, cache, DeletionPropagation.ORPHAN);
      case DELETE, DESTROY -> delete(action, cache, DeletionPropagation.BACKGROUND);
      // the waves leave them out
      case SNAPSHOT_DELETE, ADOPT, RETAIN, CONFLICT, UNKNOWN -> Result.overtaken();
    };
  }

  private Result apply(Action action, KindCache cache, boolean force) {
    Manifest manifest = action.manifest().orElseThrow();
    GenericKubernetesResource wanted = Json.typed(manifest.json(), GenericKubernetesResource.class);
    cache.write(wanted, r -> requests.apply(r, force));
    return Result.done(action);
  }

  /** Values go from one Secret to another one, and are nowhere else. */
  private Result rotate(Action action, KindCache cache) {
    Manifest manifest = action.manifest().orElseThrow();
    Map<SecretReference, String> values = new HashMap<>();
    for (SecretReference reference : SecretReference.in(manifest.json())) {
      Optional<String> value = secrets.read(action.ref().namespace(), reference);
      if (value.isEmpty()) {
        return Result.overtaken();
      }
      values.put(reference, Credentials.encode(value.get()));
    }
    ObjectNode content = SecretReference.resolved(manifest.json(), values::get);
    content.withObject("/metadata").put("uid", action.uid());
    GenericKubernetesResource wanted = Json.typed(content, GenericKubernetesResource.class);
    cache.write(wanted, r -> requests.apply(r, true));
    return Result.done(action);
  }

  private Result generate(Action action, KindCache cache) {
    GenericKubernetesResource wanted =
        Json.typed(
            Json.tree(credentials.make(action.secret().orElseThrow())),
            GenericKubernetesResource.class);
    try {
      cache.write(wanted, requests::create);
      return Result.done(action);
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT) {
        return Result.overtaken();
      }
      throw e;
    }
  }

  // pods of a StatefulSet keep running and are adopted by the new one; their volumes hold data
  private static DeletionPropagation replacement(Action action) {
    return action.ref().kind().equals("StatefulSet")
        ? DeletionPropagation.ORPHAN
        : DeletionPropagation.BACKGROUND;
  }

  private Result delete(Action action, KindCache cache, DeletionPropagation propagation) {
    cache.leaving(action.uid(), clock.instant());
    try {
      requests.delete(action.ref(), action.uid(), propagation);
      return Result.done(action);
    } catch (KubernetesClientException e) {
      if (e.getCode() == NOT_FOUND || e.getCode() == CONFLICT) {
        return Result.overtaken();
      }
      cache.staying(action.uid());
      throw e;
    }
  }
}
