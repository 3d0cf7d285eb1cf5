package io.ecommerceplatform.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * What an estimate of costs is made of, beside the items in AWS.
 *
 * @param region the home region; without {@code spec.aws} the first one of AWS
 * @param budgetUsd US dollars a month that it should not exceed; empty for no budget
 * @param things what the resource asks for, whether the operator makes it or not
 * @param notTold what is not counted because the resource does not tell it
 */
public record CostBasis(
    String region, OptionalInt budgetUsd, List<Billed> things, List<String> notTold) {

  public CostBasis {
    things = List.copyOf(things);
    notTold = List.copyOf(notTold);
  }
}
