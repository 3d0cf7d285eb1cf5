/** The imperative shell: the reconciler, and what wires it together. */
package io.ecommerceplatform.operator;
