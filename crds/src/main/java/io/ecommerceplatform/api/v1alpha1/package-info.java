/**
 * The custom resource and its root: what a platform should be and what it is. Enum constants are
 * spelled as the resource spells them, so that a message shows what its reader typed.
 */
package io.ecommerceplatform.api.v1alpha1;
