/** Sign-in, keys, secrets and the sender of mail. */
package io.ecommerceplatform.api.v1alpha1.security;
