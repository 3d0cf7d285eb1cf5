package io.ecommerceplatform.model;

/**
 * What a service may do with one item of its platform.
 *
 * @param type of the item
 * @param name of the item in the resource
 */
public record AwsGrant(String type, String name) {}
