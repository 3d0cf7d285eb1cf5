package io.ecommerceplatform.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * The outside of a command, as arguments, so that tests can be the outside.
 *
 * @param out standard output
 * @param err standard error
 * @param terminal what standard output is connected to
 * @param clock the time
 * @param environment variables of the process
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    Terminal terminal,
    Clock clock,
    Map<String, String> environment) {}
