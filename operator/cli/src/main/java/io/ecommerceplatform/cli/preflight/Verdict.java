package io.ecommerceplatform.cli.preflight;

import io.ecommerceplatform.cli.text.Mark;

/** What one check says. */
public enum Verdict {
  FINE(Mark.FINE),
  /** The platform does not become Ready without it. */
  LACKING(Mark.FAILING),
  /** It works without, less well. */
  ADVICE(Mark.WAITING),
  /** The caller may not read what the check needs. */
  UNKNOWN(Mark.UNKNOWN);

  private final Mark mark;

  Verdict(Mark mark) {
    this.mark = mark;
  }

  public Mark mark() {
    return mark;
  }
}
