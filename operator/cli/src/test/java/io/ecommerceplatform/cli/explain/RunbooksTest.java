package io.ecommerceplatform.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One page per reason, one reason per page, and each page says what it must. */
class RunbooksTest {
  private static final Path PAGES = Path.of("../../docs/runbooks");

  @Test
  void everyReasonHasAPageAndEveryPageAReason() throws IOException {
    assertThat(pages())
        .as("Add docs/runbooks/<Reason>.md for a new reason; remove the page of one that is gone")
        .containsExactlyInAnyOrderElementsOf(Runbooks.reasons());
  }

  @Test
  void everyPageHasItsParts() {
    for (String reason : Runbooks.reasons()) {
      assertThat(Runbooks.page(reason).orElseThrow())
          .as("docs/runbooks/%s.md", reason)
          .startsWith("# " + reason + "\n")
          .contains("**Severity**", "## See it", "## Causes", "## What to do", "## When it heals");
      assertThat(Runbooks.meaning(reason)).as(reason).endsWith(".");
    }
  }

  @Test
  void theIndexHasEveryPageWithItsMeaning() throws IOException {
    String index = Files.readString(PAGES.resolve("README.md"));
    for (String reason : Runbooks.reasons()) {
      assertThat(index)
          .as("Add the line to docs/runbooks/README.md")
          .contains("| [%s](%s.md) | %s |".formatted(reason, reason, Runbooks.meaning(reason)));
    }
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files
          .map(f -> f.getFileName().toString().replaceFirst("\\.md$", ""))
          .filter(name -> !name.equals("README"))
          .toList();
    }
  }
}
