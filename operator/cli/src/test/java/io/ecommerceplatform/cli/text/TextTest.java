package io.ecommerceplatform.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void proposesWhatIsNear() {
    List<String> names = List.of("PodsFailing", "PodsStarting", "Paused");
    assertThat(Closest.to("podfailing", names)).first().isEqualTo("PodsFailing");
    assertThat(Closest.to("pause", names)).containsExactly("Paused");
    assertThat(Closest.to("zebra", names)).isEmpty();
  }

  @Test
  void wrapsAtSpacesAndKeepsLongWords() {
    assertThat(Wrapping.lines("one two three\nfour", 8))
        .containsExactly("one two", "three", "four");
    assertThat(Wrapping.lines("a https://shop.example.com b", 10))
        .containsExactly("a", "https://shop.example.com", "b");
  }

  @Test
  void paintsOnlyWhenColourIsOn() {
    assertThat(new Ink(false).paint(Ink.RED, "x")).isEqualTo("x");
    assertThat(new Ink(true).paint(Ink.RED, "x")).isEqualTo("\u001b[31mx\u001b[0m");
  }

  @Test
  void aScreenIsRedrawnInPlaceAndNeverLargerThanTheTerminal() {
    StringWriter text = new StringWriter();
    Screen screen = new Screen(new PrintWriter(text), 5, 3);
    screen.draw(List.of("1234567", "2", "3", "4"));
    screen.draw(List.of("a"));
    assertThat(text.toString()).isEqualTo("12345\n2\n\u001b[2A\r\u001b[Ja\n");
  }
}
