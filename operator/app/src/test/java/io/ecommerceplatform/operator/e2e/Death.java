package io.ecommerceplatform.operator.e2e;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What one operator sends, and how it ends: nothing that is dead sends anything. */
final class Death implements Interceptor {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  /** Where in the life of a write it happens. */
  enum Point {
    BEFORE_SENDING,
    /** The one point that is no death: it lives on, and does not know. */
    ANSWER_LOST,
    AFTER_THE_ANSWER
  }

  private final int write;
  private final Point point;
  private final AtomicInteger writes = new AtomicInteger();
  private volatile String fatal = "";
  private volatile boolean happened;
  private volatile boolean dead;

  Death(int write, Point point) {
    this.write = write;
    this.point = point;
  }

  /** Never happens; it only counts. */
  static Death none() {
    return new Death(0, Point.AFTER_THE_ANSWER);
  }

  @Override
  public String toString() {
    return point + " of write " + write;
  }

  int writes() {
    return writes.get();
  }

  boolean happened() {
    return happened;
  }

  boolean isDead() {
    return dead;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    if (dead) {
      throw new IllegalStateException("this operator is dead");
    }
    if (!isWrite(request) || writes.incrementAndGet() != write) {
      return;
    }
    fatal = name(request);
    if (point == Point.BEFORE_SENDING) {
      die();
      throw new IllegalStateException("died with the request in its hands");
    }
  }

  @Override
  public AsyncBody.Consumer<List<ByteBuffer>> consumer(
      AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
    if (point != Point.ANSWER_LOST || !isFatal(request)) {
      return consumer;
    }
    return (bytes, body) -> {
      happened = true;
      throw new IOException("the answer is lost");
    };
  }

  @Override
  public void after(
      HttpRequest request, HttpResponse<?> answer, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    if (point == Point.AFTER_THE_ANSWER && isFatal(request)) {
      die();
    }
  }

  private void die() {
    happened = true;
    dead = true;
  }

  private boolean isFatal(HttpRequest request) {
    return !happened && fatal.equals(name(request));
  }

  // an id is new whenever an interceptor has looked at a request
  private static String name(HttpRequest request) {
    return request.method() + " " + request.uri();
  }

  private static boolean isWrite(HttpRequest request) {
    String path = request.uri().getPath();
    return !READS.contains(request.method()) && !path.endsWith("/events");
  }
}
