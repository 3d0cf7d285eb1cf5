package io.ecommerceplatform.operator.report;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.MDC;

/** Names the platform and the pass on every log line of a pass, under fixed keys. */
public final class PassLog {
  private final AtomicLong passes = new AtomicLong();

  /** Until it is closed, the calling thread logs about this resource. */
  public Scope open(HasMetadata resource) {
    MDC.put("platform", resource.getMetadata().getName());
    MDC.put("namespace", resource.getMetadata().getNamespace());
    MDC.put("pass", passes.incrementAndGet());
    return () -> {
      MDC.remove("platform");
      MDC.remove("namespace");
      MDC.remove("pass");
    };
  }

  /** Ends the naming. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }
}
