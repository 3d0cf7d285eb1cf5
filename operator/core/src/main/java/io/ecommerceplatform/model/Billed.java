package io.ecommerceplatform.model;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that AWS sends a bill for.
 *
 * @param type as items in AWS are named, for example {@code rds.Instance}
 * @param path the field of the resource that asks for it, or the item
 * @param region where it is
 * @param settings its fields, named as AWS names them
 */
public record Billed(String type, String path, String region, JsonNode settings) {}
