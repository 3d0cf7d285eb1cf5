package io.ecommerceplatform.cli.cost;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cost.CostLine;
import io.ecommerceplatform.cost.Estimate;
import io.ecommerceplatform.resource.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An estimate for people and for programs. */
public final class CostReport {
  private final Estimate estimate;

  public CostReport(Estimate estimate) {
    this.estimate = estimate;
  }

  /** Per part its lines with quantity and price, then assumptions and what is not priced. */
  public List<String> lines(Ink ink) {
    List<String> text = new ArrayList<>();
    int widest =
        estimate.lines().stream().mapToInt(l -> l.usage().priceKey().length()).max().orElse(0);
    estimate
        .byPart()
        .forEach(
            (part, usd) -> {
              text.add(ink.paint(Ink.BOLD, amount(usd) + "  " + part));
              estimate.lines().stream()
                  .filter(line -> line.usage().part().equals(part))
                  .forEach(line -> text.add(line(line, widest)));
            });
    text.add(ink.paint(Ink.BOLD, amount(estimate.monthlyUsd()) + "  a month"));
    text.add("");
    text.add(
        "Prices of %s, none older than %s, on demand, without free tiers."
            .formatted(estimate.region(), estimate.priceDate()));
    section(text, ink, "Assumed:", estimate.assumptions());
    section(text, ink, "Not priced:", estimate.notPriced());
    return text;
  }

  private static String line(CostLine line, int widest) {
    return ("  %s  %-" + widest + "s  %s %s x $%s  %s")
        .formatted(
            amount(line.monthlyUsd()),
            line.usage().priceKey(),
            number(line.usage().quantity()),
            line.price().unit(),
            number(line.price().usd()),
            line.usage().description());
  }

  private static void section(List<String> text, Ink ink, String title, List<String> rows) {
    if (!rows.isEmpty()) {
      text.add("");
      text.add(ink.paint(Ink.DIM, title));
      rows.forEach(row -> text.add("  " + row));
    }
  }

  private static String amount(double usd) {
    return String.format(Locale.ROOT, "%10.2f", usd);
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  public JsonNode tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("monthlyUsd", estimate.monthlyUsd());
    tree.put("byPart", estimate.byPart());
    tree.put("region", estimate.region());
    tree.put("priceDate", estimate.priceDate());
    tree.put("lines", estimate.lines().stream().map(CostReport::tree).toList());
    tree.put("assumptions", estimate.assumptions());
    tree.put("notPriced", estimate.notPriced());
    return Json.tree(tree);
  }

  private static Map<String, Object> tree(CostLine line) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("part", line.usage().part());
    tree.put("what", line.usage().description());
    tree.put("priceKey", line.usage().priceKey());
    tree.put("region", line.usage().region());
    tree.put("quantity", line.usage().quantity());
    tree.put("unit", line.price().unit());
    tree.put("priceUsd", line.price().usd());
    tree.put("source", line.price().source());
    tree.put("monthlyUsd", line.monthlyUsd());
    return tree;
  }
}
