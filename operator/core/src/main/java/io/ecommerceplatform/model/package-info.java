/**
 * The resolved picture of one resource; the resolver in here is the only reader of the raw spec.
 */
package io.ecommerceplatform.model;
