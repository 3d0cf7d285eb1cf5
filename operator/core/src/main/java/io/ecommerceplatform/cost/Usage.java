package io.ecommerceplatform.cost;

/**
 * So much of something in a month.
 *
 * @param part of the estimate, such as {@code database}
 * @param priceKey key of the price table
 * @param region where it is used
 * @param quantity in the unit of the price
 * @param description for a person: what it is, with the field that asks for it
 */
public record Usage(
    String part, String priceKey, String region, double quantity, String description) {}
