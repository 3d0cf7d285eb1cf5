/**
 * The one difference between what is wanted and what is there; what is shown is what is executed.
 */
package io.ecommerceplatform.plan;
