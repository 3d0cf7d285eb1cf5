package io.ecommerceplatform.cli;

/** When text is coloured; the values are typed in lower case. */
enum ColorMode {
  auto,
  always,
  never
}
