package io.ecommerceplatform.model;

import java.math.BigDecimal;

/**
 * Where traces go, and how many.
 *
 * @param endpoint OTLP over HTTP, or X-Ray of the region
 * @param port TCP port of the endpoint
 * @param percent of traces without an error that are kept; those with one always are
 * @param region where X-Ray keeps them; empty for an endpoint of somebody else
 */
public record TraceExport(String endpoint, int port, BigDecimal percent, String region) {

  /** True for traces that X-Ray keeps. */
  public boolean isForXRay() {
    return !region.isEmpty();
  }
}
