package io.ecommerceplatform.operator.observe;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stands in for the value of a Secret: equal for equal values, and useless without the key. */
public final class Fingerprint {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  public Fingerprint(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Tells fingerprints under this key from those under another one, and gives nothing away. */
  public String name() {
    return of("name of the key").substring(0, 8);
  }

  /** HMAC-SHA256 of the text, 43 characters of URL-safe base64. */
  public String of(String value) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }
}
