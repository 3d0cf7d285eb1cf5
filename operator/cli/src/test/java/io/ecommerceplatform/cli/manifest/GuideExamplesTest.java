package io.ecommerceplatform.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user guide shows can be copied: the schema knows every field of it. */
class GuideExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("^```yaml\\nspec:\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final String START =
      "kind: ECommercePlatform\nmetadata: {name: shop}\nspec:\n  profile: Economy\n";
  @TempDir private Path folder;

  @Test
  void haveTheFormOfTheResource() throws IOException {
    String guide = Files.readString(Path.of("../../docs/user-guide.md"));
    List<String> examples = EXAMPLE.matcher(guide).results().map(r -> r.group(1)).toList();
    assertThat(examples).hasSizeGreaterThanOrEqualTo(3);
    assertThat(guide.split("```yaml", -1))
        .as("each starts with spec:")
        .hasSize(examples.size() + 1);
    for (String example : examples) {
      Path file = Files.writeString(folder.resolve("example.yaml"), START + example);
      assertThatCode(() -> ResourceFile.read(file.toString()))
          .as(example)
          .doesNotThrowAnyException();
    }
  }
}
