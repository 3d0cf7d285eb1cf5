/**
 * Compilers from the resolved platform to Kubernetes objects; pure, and only fields that we own.
 */
package io.ecommerceplatform.kubernetes;
