package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Intent;
import java.time.Instant;

/**
 * What compilers may know beside the platform.
 *
 * @param intent what the state machines decided and status holds
 * @param fingerprints content of Secrets without the content
 * @param now the reading of the clock
 */
public record CompileContext(Intent intent, SecretFingerprints fingerprints, Instant now) {}
