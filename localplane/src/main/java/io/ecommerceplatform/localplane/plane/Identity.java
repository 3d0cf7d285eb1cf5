package io.ecommerceplatform.localplane.plane;

import java.security.KeyPair;
import java.security.cert.X509Certificate;

/** A certificate with its key, as PEM text. */
record Identity(X509Certificate certificate, KeyPair keys) {

  String certificatePem() {
    return PemKeys.pem(certificate);
  }

  String keyPem() {
    return PemKeys.privatePem(keys);
  }
}
