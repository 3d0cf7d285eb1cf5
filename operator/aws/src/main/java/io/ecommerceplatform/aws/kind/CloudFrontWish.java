package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.edge.CachedPath;
import io.ecommerceplatform.api.v1alpha1.edge.WafTarget;
import io.ecommerceplatform.aws.kind.CloudFrontFields.Behavior;
import io.ecommerceplatform.aws.kind.CloudFrontFields.ForwardedValues;
import io.ecommerceplatform.aws.kind.CloudFrontFields.GeoRestriction;
import io.ecommerceplatform.aws.kind.CloudFrontFields.Origin;
import io.ecommerceplatform.aws.kind.CloudFrontFields.OriginGroup;
import io.ecommerceplatform.aws.kind.CloudFrontFields.Settings;
import io.ecommerceplatform.aws.kind.CloudFrontFields.ViewerCertificate;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCdn;
import io.ecommerceplatform.model.AwsCertificate;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a platform wants of its distribution. The ids of policies are those that AWS maintains. */
record CloudFrontWish(AwsCdn cdn, Aws aws) {
  private static final String BUCKET = "bucket";
  private static final String BALANCER = "load-balancer";
  private static final String SITE = "site";

  private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  /** Caches what the origin's headers allow, by host, cookies and query. */
  private static final String ORIGIN_DECIDES = "4cc15a8a-d715-48a4-82b8-cc0b614638fe";

  private static final String ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

  private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
  private static final List<String> ALL =
      List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  /** A bucket answers 403 for what it lacks. */
  private static final List<Integer> MISSING_OR_BROKEN = List.of(403, 404, 500, 502, 503, 504);

  private static final Map<String, String> TLS =
      Map.of("1.2", "TLSv1.2_2021", "1.3", "TLSv1.3_2025");

  Settings settings() {
    return new Settings(
        true,
        cdn.certificate().map(c -> List.of(c.hosts().getFirst())).orElse(List.of()),
        cdn.hasBucket() ? "index.html" : "",
        "http2and3",
        true,
        cdn.priceClass(),
        origins(),
        cdn.servesMissing() && cdn.hasBucket()
            ? List.of(new OriginGroup(SITE, MISSING_OR_BROKEN, List.of(BUCKET, BALANCER)))
            : List.of(),
        everythingElse(),
        Stream.concat(cdn.cachedPaths().stream().map(CloudFrontWish::cached), api()).toList(),
        geoRestriction(),
        viewerCertificate(),
        webAclId());
  }

  private String webAclId() {
    return aws.edge()
        .webAcl(WafTarget.CloudFront)
        .map(acl -> WafWebAcl.arn(acl, aws))
        .orElse(aws.edge().leavesCloudFront() ? "" : null);
  }

  private List<Origin> origins() {
    List<Origin> origins = new ArrayList<>();
    if (cdn.hasBucket()) {
      String bucket = Reference.to(S3Bucket.TYPE, aws.region(), cdn.bucket(), "name").text();
      String access = Reference.to(CloudFrontAccess.TYPE, aws.region(), AwsCdn.NAME, "id").text();
      String host = "%s.s3.%s.amazonaws.com".formatted(bucket, aws.region());
      origins.add(new Origin(BUCKET, host, access, null, null));
    }
    if (cdn.hasOrigin()) {
      String protocol = cdn.encrypted() ? "https-only" : "http-only";
      origins.add(new Origin(BALANCER, cdn.origin(), null, protocol, List.of("TLSv1.2")));
    }
    return origins;
  }

  private Behavior everythingElse() {
    if (!cdn.hasBucket()) {
      return toBalancer(null, ORIGIN_DECIDES);
    }
    String target = cdn.servesMissing() ? SITE : BUCKET;
    return new Behavior(
        null,
        target,
        "redirect-to-https",
        READING,
        true,
        CACHING_OPTIMIZED,
        null,
        null,
        null,
        null,
        null);
  }

  private Stream<Behavior> api() {
    return cdn.hasOrigin()
        ? Stream.of(toBalancer(cdn.apiPath(), CACHING_DISABLED))
        : Stream.empty();
  }

  private static Behavior toBalancer(String path, String cachePolicy) {
    return new Behavior(
        path,
        BALANCER,
        "redirect-to-https",
        ALL,
        true,
        cachePolicy,
        ALL_VIEWER,
        null,
        null,
        null,
        null);
  }

  /** Without cookies and tokens, so that nobody gets an answer that was meant for another one. */
  private static Behavior cached(CachedPath path) {
    return new Behavior(
        path.path(),
        BALANCER,
        "redirect-to-https",
        READING,
        true,
        null,
        null,
        new ForwardedValues(true, "none", List.of("Host")),
        0L,
        path.seconds().longValue(),
        path.seconds().longValue());
  }

  private GeoRestriction geoRestriction() {
    if (!cdn.geoAllow().isEmpty()) {
      return new GeoRestriction("whitelist", cdn.geoAllow());
    }
    return cdn.geoBlock().isEmpty()
        ? new GeoRestriction("none", List.of())
        : new GeoRestriction("blacklist", cdn.geoBlock());
  }

  private ViewerCertificate viewerCertificate() {
    return cdn.certificate()
        .map(
            certificate ->
                new ViewerCertificate(
                    false, issued(certificate), "sni-only", TLS.get(cdn.minimumTls())))
        .orElse(new ViewerCertificate(true, null, null, null));
  }

  private String issued(AwsCertificate certificate) {
    boolean isGlobal = certificate.name().startsWith(AwsCertificate.GLOBAL);
    return Reference.to(
            isGlobal ? AcmCertificate.GLOBAL_TYPE : AcmCertificate.TYPE,
            aws.region(),
            certificate.name(),
            AwsCertificate.ISSUED)
        .text();
  }
}
