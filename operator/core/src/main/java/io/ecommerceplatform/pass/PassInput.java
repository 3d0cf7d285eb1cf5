package io.ecommerceplatform.pass;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.SecretFingerprints;
import java.time.Instant;

/**
 * Everything that a pass decides from.
 *
 * @param resource the resource with its status, as the API server last showed it
 * @param catalogue what the operator knows of services, engines and profiles
 * @param settings the operator's configuration
 * @param observed the world
 * @param fingerprints content of Secrets without the content
 * @param items what a platform wants in AWS
 * @param now the reading of the clock
 */
public record PassInput(
    ECommercePlatform resource,
    Catalogue catalogue,
    OperatorSettings settings,
    Observed observed,
    SecretFingerprints fingerprints,
    ItemCompiler items,
    Instant now) {}
