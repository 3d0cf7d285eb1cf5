package io.ecommerceplatform.model;

import io.ecommerceplatform.catalogue.Tool;
import io.fabric8.kubernetes.api.model.ResourceRequirements;

/**
 * A tool of the catalogue as this platform runs it.
 *
 * @param image full image reference
 * @param pullSecret name of the image pull Secret; empty for none
 */
public record ToolPod(
    Tool tool,
    String image,
    String pullSecret,
    ResourceRequirements resources,
    NodePool placement) {}
