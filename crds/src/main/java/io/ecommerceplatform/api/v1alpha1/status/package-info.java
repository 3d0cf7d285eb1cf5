/** What the operator reports. */
package io.ecommerceplatform.api.v1alpha1.status;
