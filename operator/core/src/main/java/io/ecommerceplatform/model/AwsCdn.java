package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.edge.CachedPath;
import java.util.List;
import java.util.Optional;

/**
 * The distribution of CloudFront in front of a platform.
 *
 * @param path the field that asks for it
 * @param certificate what ACM issues for its host; empty when it answers by its own name only
 * @param origin host name of the load balancer; empty when nothing is exposed
 * @param encrypted true when the load balancer speaks TLS
 * @param minimumTls lowest version, {@code 1.2} or {@code 1.3}
 * @param priceClass as CloudFront names it
 * @param geoAllow only these countries, sorted
 * @param geoBlock not these countries, sorted
 * @param apiPath what is never cached
 * @param cachedPaths what the load balancer's answers are cached for
 * @param bucket the bucket of the static site; empty when the load balancer serves everything
 * @param servesMissing true when the load balancer answers for what the bucket lacks
 */
public record AwsCdn(
    String path,
    Optional<AwsCertificate> certificate,
    String origin,
    boolean encrypted,
    String minimumTls,
    String priceClass,
    List<String> geoAllow,
    List<String> geoBlock,
    String apiPath,
    List<CachedPath> cachedPaths,
    String bucket,
    boolean servesMissing) {
  /** Its name in the resource. */
  public static final String NAME = "cdn";

  public AwsCdn {
    geoAllow = List.copyOf(geoAllow);
    geoBlock = List.copyOf(geoBlock);
    cachedPaths = List.copyOf(cachedPaths);
  }

  public boolean hasBucket() {
    return !bucket.isEmpty();
  }

  public boolean hasOrigin() {
    return !origin.isEmpty();
  }
}
