package io.ecommerceplatform.cost;

/** One line of an estimate: quantity times price. */
public record CostLine(Usage usage, Price price) {

  /** US dollars a month, in whole cents, so that the lines add up to what is shown. */
  public double monthlyUsd() {
    return Cents.round(usage.quantity() * price.usd());
  }
}
