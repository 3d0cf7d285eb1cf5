package io.ecommerceplatform.model;

import java.net.URI;

/** The TCP port behind a web address. */
final class Ports {
  private Ports() {}

  static int of(String url) {
    URI uri = URI.create(url);
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return "https".equals(uri.getScheme()) ? 443 : 80;
  }
}
