/**
 * What an administrator sets: one mapping of the properties {@code ecp.*}, checked at the start.
 */
package io.ecommerceplatform.operator.config;
