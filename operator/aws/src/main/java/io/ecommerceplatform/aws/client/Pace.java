package io.ecommerceplatform.aws.client;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Keeps the calls of one identity in one region far below the limits of AWS, which the account's
 * other users need too: so many of one service at once, and no more.
 */
public final class Pace implements ExecutionInterceptor {
  private static final int AT_ONCE = 5;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final ExecutionAttribute<Semaphore> TURN = new ExecutionAttribute<>("ecp.turn");

  private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
    Semaphore turn = turns.computeIfAbsent(service, s -> new Semaphore(AT_ONCE, true));
    try {
      if (turn.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        attributes.putAttribute(TURN, turn);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("the operator stops", e);
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    release(attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    release(attributes);
  }

  private static void release(ExecutionAttributes attributes) {
    Semaphore turn = attributes.getAttribute(TURN);
    if (turn != null) {
      attributes.putAttribute(TURN, null);
      turn.release();
    }
  }
}
