package io.ecommerceplatform.finding;

/** How bad a finding is; the worst one of all findings gives the phase. */
public enum Severity {
  /** As it should be. */
  FINE,
  /** On its way; nobody has to do anything. */
  PROGRESSING,
  /** Broken, and heals by itself as soon as its cause does. */
  DEGRADED,
  /** Needs a person; still retried slowly. */
  BLOCKED
}
