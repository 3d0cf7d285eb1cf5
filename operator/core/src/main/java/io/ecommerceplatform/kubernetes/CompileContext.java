package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Intent;

/**
 * What compilers may know beside the platform.
 *
 * @param intent what the state machines decided and status holds
 * @param fingerprints content of Secrets without the content
 */
public record CompileContext(Intent intent, SecretFingerprints fingerprints) {}
