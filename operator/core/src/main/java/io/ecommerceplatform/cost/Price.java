package io.ecommerceplatform.cost;

/**
 * What one unit of something costs.
 *
 * @param usd US dollars
 * @param unit for example {@code hour}, {@code GB-month}
 * @param source where the figure is published
 */
public record Price(double usd, String unit, String source) {}
