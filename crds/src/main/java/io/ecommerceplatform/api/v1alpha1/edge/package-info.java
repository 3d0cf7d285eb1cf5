/** What faces the internet. */
package io.ecommerceplatform.api.v1alpha1.edge;
