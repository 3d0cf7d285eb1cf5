package io.ecommerceplatform.cli;

/** Forms of an answer; the values are typed in lower case. */
enum OutputFormat {
  text,
  json,
  yaml
}
