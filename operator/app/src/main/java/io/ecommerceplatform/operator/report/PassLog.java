package io.ecommerceplatform.operator.report;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** Names the platform and the pass on every log line of a pass, under fixed keys. */
public final class PassLog {
  private final AtomicLong passes = new AtomicLong();

  /** Runs a pass; what it logs meanwhile is about this resource. */
  public <T> T about(HasMetadata resource, Supplier<T> pass) {
    MDC.put("platform", resource.getMetadata().getName());
    MDC.put("namespace", resource.getMetadata().getNamespace());
    MDC.put("pass", passes.incrementAndGet());
    try {
      return pass.get();
    } finally {
      MDC.remove("platform");
      MDC.remove("namespace");
      MDC.remove("pass");
    }
  }
}
