package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.RestingFleet.Rest;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counts, and judges nothing; run by scripts/bench.sh only, as its name is that of no test. */
@LocalAws
class AwsCallsBench {
  private static final Path PAGE = Path.of("..", "..", "docs", "aws-calls.md");
  private static final List<Integer> SIZES = List.of(1, 20, 100);
  private static final String HEAD =
      """
      # Calls to AWS at rest

      The last run of `make bench`, which rewrites this page. So many platforms of
      [samples/revcart.yaml](../samples/revcart.yaml) are in one account and region, and nothing
      happens to them for %d minutes of a clock that the test moves; the calls are those that the AWS
      emulator counted. They do not hang on the speed of the machine. An hour, as what cannot be read
      in bulk is looked at once an hour. The naive client describes each item by one call every five
      minutes.

      """;

  private AwsEmulator aws;

  @AfterEach
  void leaveNothing() {
    aws.reset();
  }

  @Test
  void counts(AwsEmulator emulator) throws IOException {
    aws = emulator;
    List<Rest> rests = new ArrayList<>();
    for (int size : SIZES) {
      rests.add(RestingFleet.of(size, aws).rest());
      Files.writeString(PAGE, page(rests));
    }
  }

  private static String page(List<Rest> rests) {
    StringBuilder page = new StringBuilder(HEAD.formatted(RestingFleet.MINUTES));
    page.append("| platforms | items | calls a minute | by item and minute | goal |")
        .append(" in bulk by item and minute | goal | naive client, calls a minute | ratio |\n")
        .append("|---|---|---|---|---|---|---|---|---|\n");
    rests.forEach(rest -> page.append(row(rest)));
    page.append("\nCalls a minute and platform, by service:\n\n| service |");
    rests.forEach(rest -> page.append(" %d |".formatted(rest.platforms())));
    page.append("\n|---|").append("---|".repeat(rests.size())).append('\n');
    for (String service : services(rests)) {
      page.append("| ").append(service).append(" |");
      rests.forEach(rest -> page.append(" %s |".formatted(share(rest, service))));
      page.append('\n');
    }
    return page.toString();
  }

  private static String row(Rest rest) {
    double minute = (double) rest.calls().size() / RestingFleet.MINUTES;
    double naive = (double) rest.naiveCalls() / RestingFleet.MINUTES;
    return String.format(
        Locale.ROOT,
        "| %d | %d | %.1f | %.3f | <= 0.2 | %.3f | <= 0.1 | %.1f | 1/%.0f |%n",
        rest.platforms(),
        rest.items(),
        minute,
        rest.rate(),
        rest.rateInBulk(),
        naive,
        naive / minute);
  }

  private static Set<String> services(List<Rest> rests) {
    return rests.stream()
        .flatMap(rest -> rest.byService().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String share(Rest rest, String service) {
    long calls = rest.byService().getOrDefault(service, 0L);
    return String.format(
        Locale.ROOT, "%.3f", (double) calls / RestingFleet.MINUTES / rest.platforms());
  }
}
