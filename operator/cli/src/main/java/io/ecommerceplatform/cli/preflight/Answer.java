package io.ecommerceplatform.cli.preflight;

/**
 * The answer of one check.
 *
 * @param what what was looked for
 * @param message what was found, or what is wrong
 * @param command what repairs it; empty when nothing has to be done
 */
public record Answer(Verdict verdict, String what, String message, String command) {

  static Answer fine(String what, String message) {
    return new Answer(Verdict.FINE, what, message, "");
  }

  static Answer lacking(String what, String message, String command) {
    return new Answer(Verdict.LACKING, what, message, command);
  }

  static Answer advice(String what, String message, String command) {
    return new Answer(Verdict.ADVICE, what, message, command);
  }
}
