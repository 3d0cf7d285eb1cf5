package io.ecommerceplatform.api.v1alpha1.service;

/** Who runs schema migrations. */
public enum Migrations {
  /** A Job before the new pods. */
  Job,
  /** Each service when it starts. */
  Startup
}
