package io.ecommerceplatform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cli.text.UserError;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
  private static final Ink PLAIN = new Ink(false);

  @Test
  void aSurpriseHasNoStackTraceUnlessItIsAskedFor() {
    Exception surprise = new IllegalStateException("it\n  broke");
    assertThat(ErrorText.of(surprise, PLAIN, false))
        .isEqualTo(
            "error: unexpected IllegalStateException: it broke\n"
                + "try:   the same command with --debug, and report what it prints\n");
    assertThat(ErrorText.of(surprise, PLAIN, true)).contains("at io.ecommerceplatform.cli");
  }

  @Test
  void withoutSomethingToTypeThereIsOneLine() {
    assertThat(ErrorText.of(new UserError("it is so", ""), PLAIN, false))
        .isEqualTo("error: it is so\n");
  }
}
