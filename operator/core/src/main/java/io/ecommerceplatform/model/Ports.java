package io.ecommerceplatform.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The TCP port behind a web address. */
final class Ports {
  // not java.net.URI: the schema lets characters pass that it throws at
  private static final Pattern ADDRESS =
      Pattern.compile("(https?)://(?:[^/@]*@)?(?:\\[[^]/]*]|[^:/?#]*)(?::([0-9]{1,5}))?.*");

  private Ports() {}

  static int of(String url) {
    Matcher address = ADDRESS.matcher(url);
    if (address.matches() && address.group(2) != null) {
      return Integer.parseInt(address.group(2));
    }
    return url.startsWith("https:") ? 443 : 80;
  }
}
