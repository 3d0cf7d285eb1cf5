package io.ecommerceplatform.model;

import io.ecommerceplatform.catalogue.Tool;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Optional;

/**
 * A tool of the catalogue as this platform runs it.
 *
 * @param image full image reference
 * @param pullSecret name of the image pull Secret; empty for none
 * @param roleArn who it is in AWS; empty for nobody
 */
public record ToolPod(
    Tool tool,
    String image,
    String pullSecret,
    ResourceRequirements resources,
    NodePool placement,
    Optional<String> roleArn) {}
