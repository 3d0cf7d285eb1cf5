package io.ecommerceplatform.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Service level objectives.
 *
 * @param checkoutErrors share of checkouts that may fail, for example 0.001
 * @param apiP95Millis what 95 of 100 requests of the API must stay below
 * @param windowDays over which the share is counted
 */
public record Objectives(
    Optional<BigDecimal> checkoutErrors, Optional<Integer> apiP95Millis, int windowDays) {}
