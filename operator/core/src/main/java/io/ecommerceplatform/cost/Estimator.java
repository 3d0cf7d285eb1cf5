package io.ecommerceplatform.cost;

import io.ecommerceplatform.model.Billed;
import io.ecommerceplatform.model.CostBasis;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.WantedItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prices a platform by its items in AWS and by what the resource says of the rest. */
public final class Estimator {
  private static final Estimator BUNDLED = new Estimator(PriceTable.load());

  private final PriceTable prices;
  private final ItemRows rows = ItemRows.load();

  private Estimator(PriceTable prices) {
    this.prices = prices;
  }

  /** With the prices of this release. */
  public static Estimator bundled() {
    return BUNDLED;
  }

  /** Empty when neither AWS nor a cost is asked about. */
  public Optional<Estimate> of(Platform platform, List<WantedItem> items) {
    return platform.cost().map(basis -> estimate(basis, items));
  }

  private Estimate estimate(CostBasis basis, List<WantedItem> items) {
    List<CostLine> lines = new ArrayList<>();
    Set<String> assumed = new TreeSet<>();
    List<String> unknown = new ArrayList<>(basis.notTold());
    things(basis, items)
        .forEach(
            thing -> {
              ItemRows.Told told = rows.of(thing);
              unknown.addAll(told.unknown());
              told.usages().forEach(usage -> price(usage, lines, unknown));
              assumed.addAll(told.assumed());
            });
    lines.sort(
        Comparator.<CostLine, String>comparing(line -> line.usage().part())
            .thenComparing(line -> line.usage().description())
            .thenComparing(line -> line.usage().priceKey()));
    return new Estimate(
        basis.region(),
        prices.date(),
        lines,
        assumed.stream().map(rows::assumption).toList(),
        unknown.stream().distinct().sorted().toList());
  }

  /**
   * The items, and what the resource asks for beside them. Of a type that has items, only they
   * count: what the resource tells of it is the same thing.
   */
  private static Stream<Billed> things(CostBasis basis, List<WantedItem> items) {
    Set<String> known = items.stream().map(item -> item.type().name()).collect(Collectors.toSet());
    Stream<Billed> made =
        items.stream()
            .filter(item -> !item.isReadOnly())
            .map(
                item ->
                    new Billed(
                        item.type().name(), item.ref().id(), item.region(), item.settings()));
    return Stream.concat(
        made, basis.things().stream().filter(thing -> !known.contains(thing.type())));
  }

  private void price(Usage usage, List<CostLine> lines, List<String> unknown) {
    Optional<Price> price = prices.of(usage.priceKey(), usage.region());
    if (price.isPresent()) {
      lines.add(new CostLine(usage, price.get()));
    } else {
      unknown.add(
          "%s: no price of %s in %s"
              .formatted(usage.description(), usage.priceKey(), usage.region()));
    }
  }
}
