/** Accounts, regions, policies and the image registry. */
package io.ecommerceplatform.api.v1alpha1.aws;
