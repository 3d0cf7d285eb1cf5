package io.ecommerceplatform.cli.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What was read for a bundle, not redacted yet.
 *
 * @param objects lists of objects by the name of their file
 * @param texts logs and the like by the name of their file
 * @param secrets all Secrets of the namespace with their values
 */
public record Evidence(
    Map<String, List<JsonNode>> objects, Map<String, String> texts, List<JsonNode> secrets) {}
