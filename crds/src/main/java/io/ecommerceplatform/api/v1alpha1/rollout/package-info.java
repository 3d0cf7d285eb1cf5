/** How a new revision replaces the old one. */
package io.ecommerceplatform.api.v1alpha1.rollout;
