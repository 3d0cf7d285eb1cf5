package io.ecommerceplatform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  @Test
  void showsUnicodeWhereTheLocaleSaysSo() {
    assertThat(Terminal.of(Map.of("LANG", "C.UTF-8")).unicode()).isTrue();
    assertThat(Terminal.of(Map.of("LANG", "C.UTF-8", "LC_ALL", "C")).unicode()).isFalse();
    assertThat(Terminal.of(Map.of()).unicode()).isFalse();
  }

  @Test
  void coloursOnATerminalUnlessNoColorIsSet() {
    OutputOptions automatic = new OutputOptions();
    Terminal colored = Terminal.of(Map.of("ECP_TERMINAL", "1"));
    Terminal plain = Terminal.of(Map.of("ECP_TERMINAL", "1", "NO_COLOR", "1"));
    assertThat(automatic.ink(colored).on()).isTrue();
    assertThat(automatic.ink(plain).on()).isFalse();
    assertThat(automatic.ink(Terminal.of(Map.of())).on()).isFalse();
  }

  @Test
  void takesTheSizeThatTheStartScriptMeasured() {
    Terminal terminal = Terminal.of(Map.of("COLUMNS", "80", "LINES", "0"));
    assertThat(terminal.width()).isEqualTo(80);
    assertThat(terminal.height()).isEqualTo(50);
  }
}
