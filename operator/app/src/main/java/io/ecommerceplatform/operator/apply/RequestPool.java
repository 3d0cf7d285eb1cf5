package io.ecommerceplatform.operator.apply;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Runs requests side by side, at most so many at once over all platforms. */
public final class RequestPool implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore slots;

  public RequestPool(int parallelism) {
    slots = new Semaphore(parallelism);
  }

  /** The results in the order of the inputs; the function must not throw what it expects. */
  public <T, R> List<R> all(List<T> inputs, Function<T, R> request) {
    List<Future<R>> futures =
        inputs.stream().map(input -> threads.submit(() -> inSlot(input, request))).toList();
    return futures.stream().map(RequestPool::result).toList();
  }

  private <T, R> R inSlot(T input, Function<T, R> request) throws InterruptedException {
    slots.acquire();
    try {
      return request.apply(input);
    } finally {
      slots.release();
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while requests were under way", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request ended unexpectedly", e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
