/** Rules that look at several parts of the resource at once. */
package io.ecommerceplatform.api.v1alpha1.rules;
