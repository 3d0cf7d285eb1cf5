package io.ecommerceplatform.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bundled public prices; each file says where its figures are published and since when. */
public final class PriceTable {
  static final List<String> FILES =
      List.of(
          "ec2",
          "ebs",
          "rds-mysql",
          "rds-postgresql",
          "elasticache",
          "opensearch",
          "databases",
          "network",
          "regional",
          "global");
  private static final String EVERYWHERE = "global";

  private final Map<String, Map<String, Price>> prices;
  private final String date;

  private PriceTable(Map<String, Map<String, Price>> prices, String date) {
    this.prices = prices;
    this.date = date;
  }

  public static PriceTable load() {
    List<JsonNode> files = FILES.stream().map(name -> read("/cost/" + name + ".yaml")).toList();
    Map<String, Map<String, Price>> prices = new HashMap<>();
    files.forEach(file -> add(prices, file));
    String oldest =
        files.stream()
            .map(file -> file.path("published").asText())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return new PriceTable(prices, oldest);
  }

  /** The price of something in a region; empty when the table has no figure for it. */
  public Optional<Price> of(String key, String region) {
    Map<String, Price> byRegion = prices.getOrDefault(key, Map.of());
    return Optional.ofNullable(byRegion.getOrDefault(region, byRegion.get(EVERYWHERE)));
  }

  /** No figure is older. */
  public String date() {
    return date;
  }

  private static void add(Map<String, Map<String, Price>> prices, JsonNode file) {
    String source = file.path("source").asText() + ", " + file.path("published").asText();
    for (Map.Entry<String, JsonNode> unit : file.path("units").properties()) {
      for (Map.Entry<String, JsonNode> row : unit.getValue().properties()) {
        Map<String, Price> byRegion = new HashMap<>();
        for (int i = 0; i < row.getValue().size(); i++) {
          if (row.getValue().get(i).isNumber()) {
            byRegion.put(
                file.path("regions").get(i).asText(),
                new Price(row.getValue().get(i).asDouble(), unit.getKey(), source));
          }
        }
        if (prices.put(row.getKey(), byRegion) != null) {
          throw new IllegalStateException("two prices of " + row.getKey());
        }
      }
    }
  }

  static JsonNode read(String resource) {
    try (InputStream in = PriceTable.class.getResourceAsStream(resource)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
