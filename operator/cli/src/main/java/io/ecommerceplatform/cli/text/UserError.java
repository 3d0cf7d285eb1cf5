package io.ecommerceplatform.cli.text;

/** A failure that a person can do something about: what is wrong, why, and what to type. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String command;

  /**
   * A failure.
   *
   * @param message what is wrong and why, in one line
   * @param command what to type; empty when nothing helps
   */
  public UserError(String message, String command) {
    super(message);
    this.command = command;
  }

  public UserError(String message, String command, Throwable cause) {
    super(message, cause);
    this.command = command;
  }

  public String command() {
    return command;
  }
}
