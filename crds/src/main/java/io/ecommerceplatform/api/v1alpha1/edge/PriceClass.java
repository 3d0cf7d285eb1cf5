package io.ecommerceplatform.api.v1alpha1.edge;

/** Edge locations that CloudFront uses. */
public enum PriceClass {
  /** United States, Canada, Europe. */
  PriceClass_100,
  /** Without South America and Oceania. */
  PriceClass_200,
  /** All. */
  PriceClass_All
}
