package io.ecommerceplatform.operator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NoteTest {
  private static final int LIMIT = 1024;

  @Test
  void aMessageThatFitsIsLeftAsItIs() {
    String text = "x".repeat(LIMIT);
    assertThat(Note.normal("Created", text).within(LIMIT)).isEqualTo(text);
  }

  @Test
  void aLongMessageFillsTheBytesAndSplitsNoCharacter() {
    String cut = Note.normal("Created", "😀".repeat(LIMIT)).within(LIMIT);
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(LIMIT - 4, LIMIT);
    assertThat(cut).isEqualTo("😀".repeat(255) + "…");
  }
}
