/** The answer of {@code cost}. */
package io.ecommerceplatform.cli.cost;
