package io.ecommerceplatform.cost;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a platform costs a month.
 *
 * @param region whose prices hold where a thing has no region of its own
 * @param priceDate no figure of the table is older
 * @param lines what was priced, in the order of parts
 * @param assumptions quantities that no field tells
 * @param notPriced what costs something and has no figure here, and why
 */
public record Estimate(
    String region,
    String priceDate,
    List<CostLine> lines,
    List<String> assumptions,
    List<String> notPriced) {

  public Estimate {
    lines = List.copyOf(lines);
    assumptions = List.copyOf(assumptions);
    notPriced = List.copyOf(notPriced);
  }

  public double monthlyUsd() {
    return Cents.round(lines.stream().mapToDouble(CostLine::monthlyUsd).sum());
  }

  /** US dollars by part, sorted by the part's name. */
  public Map<String, Double> byPart() {
    Map<String, Double> parts =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.usage().part(),
                    TreeMap::new,
                    Collectors.summingDouble(CostLine::monthlyUsd)));
    parts.replaceAll((part, usd) -> Cents.round(usd));
    return parts;
  }
}
