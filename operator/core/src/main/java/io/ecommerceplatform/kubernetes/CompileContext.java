package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Intent;
import java.time.Instant;

/**
 * What compilers may know beside the platform.
 *
 * @param intent what the state machines decided and status holds
 * @param fingerprints content of Secrets without the content
 * @param revisions what the services' pods are made of, with these fingerprints
 * @param rotations how far the logins of clients are in their rotation
 * @param now the reading of the clock
 */
public record CompileContext(
    Intent intent,
    SecretFingerprints fingerprints,
    Revisions revisions,
    Rotations rotations,
    Instant now) {

  public static CompileContext of(
      Platform platform, Intent intent, SecretFingerprints fingerprints, Instant now) {
    return new CompileContext(
        intent, fingerprints, Revisions.of(platform, fingerprints), Rotations.none(), now);
  }
}
