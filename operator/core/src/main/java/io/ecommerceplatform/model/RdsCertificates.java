package io.ecommerceplatform.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the servers of RDS prove themselves with; no image knows these authorities. */
public final class RdsCertificates {
  private RdsCertificates() {}

  /** The root certificates of a region as PEM; empty for a region that this release lacks. */
  public static Optional<String> of(String region) {
    String resource = "/tls/rds/" + region + ".pem";
    try (InputStream in = RdsCertificates.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
