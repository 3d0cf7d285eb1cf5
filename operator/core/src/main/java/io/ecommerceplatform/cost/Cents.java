package io.ecommerceplatform.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of money. */
final class Cents {
  private Cents() {}

  static double round(double usd) {
    return BigDecimal.valueOf(usd).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }
}
