package io.ecommerceplatform.aws;

/** Where the operator looks and as whom: what platforms with the same one share. */
public record Scope(String identity, String region) {}
