package io.ecommerceplatform.localplane;

/** A failure that a person can act on: its message is all that the command line prints. */
public final class PlaneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PlaneException(String message) {
    super(message);
  }

  public PlaneException(String message, Throwable cause) {
    super(message, cause);
  }
}
