package io.ecommerceplatform.cli;

/** Exit codes, the same for every command and documented in docs/reference/cli.md. */
public final class ExitStatus {
  /** Done; for status: Ready; for plan: no changes. */
  public static final int DONE = 0;

  /** It did not work, or was asked wrongly. */
  public static final int ERROR = 1;

  /** It worked, and the answer is no: not Ready yet, or there are changes. */
  public static final int NOT_YET = 2;

  private ExitStatus() {}
}
