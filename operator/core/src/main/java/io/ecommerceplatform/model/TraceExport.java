package io.ecommerceplatform.model;

import java.math.BigDecimal;

/**
 * Where traces go, and how many.
 *
 * @param endpoint OTLP over HTTP
 * @param port TCP port of the endpoint
 * @param percent of traces without an error that are kept; those with one always are
 */
public record TraceExport(String endpoint, int port, BigDecimal percent) {}
