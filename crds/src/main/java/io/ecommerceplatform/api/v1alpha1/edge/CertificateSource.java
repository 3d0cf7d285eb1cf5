package io.ecommerceplatform.api.v1alpha1.edge;

/** Who issues the certificate. */
public enum CertificateSource {
  /** Requested and validated by DNS. */
  ACM,
  /** Found in ACM by the host name. */
  Existing,
  /** Issued by cert-manager in the cluster. */
  CertManager
}
