package io.ecommerceplatform.api.v1alpha1.security;

/** Who delivers e-mail. */
public enum EmailProvider {
  SES,
  SMTP
}
