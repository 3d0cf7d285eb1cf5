package io.ecommerceplatform.model;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes quantities as the API server stores them ({@code 1000m} becomes {@code 1}); any other
 * spelling would differ from what is read back on every pass. Source of the rules: the
 * documentation of {@code resource.Quantity} in k8s.io/apimachinery.
 */
public final class CanonicalQuantity {
  private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final List<String> DECIMAL =
      List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E");
  private static final BigDecimal KILO = BigDecimal.valueOf(1000);
  private static final BigInteger KIBI = BigInteger.valueOf(1024);

  private CanonicalQuantity() {}

  /** The canonical spelling of a quantity such as {@code 0.5Gi}. */
  public static String of(String text) {
    Quantity quantity = Quantity.parse(text);
    BigDecimal amount = quantity.getNumericalAmount();
    boolean binary = BINARY.contains(quantity.getFormat());
    return binary && amount.compareTo(BigDecimal.valueOf(1024)) >= 0 && isWhole(amount)
        ? binary(amount.toBigIntegerExact())
        : decimal(amount);
  }

  /** The same for each value, by the names of resources. */
  static Map<String, Quantity> of(Map<String, String> texts) {
    Map<String, Quantity> quantities = new TreeMap<>();
    texts.forEach((name, text) -> quantities.put(name, new Quantity(of(text))));
    return quantities;
  }

  private static boolean isWhole(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= 0;
  }

  private static String binary(BigInteger amount) {
    int power = 0;
    BigInteger rest = amount;
    while (power < BINARY.size() && rest.mod(KIBI).signum() == 0) {
      rest = rest.divide(KIBI);
      power++;
    }
    return rest + (power == 0 ? "" : BINARY.get(power - 1));
  }

  private static String decimal(BigDecimal amount) {
    BigDecimal rest = amount.movePointRight(9);
    int power = 0;
    while (power < DECIMAL.size() - 1 && rest.signum() != 0 && isWhole(rest.divide(KILO))) {
      rest = rest.divide(KILO);
      power++;
    }
    return rest.signum() == 0 ? "0" : rest.toBigInteger() + DECIMAL.get(power);
  }
}
