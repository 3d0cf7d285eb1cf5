package io.ecommerceplatform.plan;

import java.util.List;

/**
 * What a pass executes next.
 *
 * @param plan the actions
 * @param drifts which of them put back what somebody else changed
 * @param contested what somebody else changes again and again
 */
public record Next(Plan plan, List<Drift> drifts, List<Drift> contested) {}
