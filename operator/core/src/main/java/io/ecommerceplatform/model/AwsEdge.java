package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.edge.WafTarget;
import java.util.List;
import java.util.Optional;

/**
 * What a platform has at the edge of AWS.
 *
 * @param certificate what ACM issues; empty when it comes from elsewhere
 * @param hostedZone name of the zone that records are written to; empty for none
 * @param records what leads hosts to the load balancer, once it has an address; none outside of the
 *     zone
 * @param cdn the distribution of CloudFront; empty for none
 * @param webAcls what of the requests is blocked
 * @param accessLogs true when the load balancer writes them into a bucket
 * @param leavesCloudFront true when a web ACL of ours is to protect CloudFront no longer
 * @param cdnOnly true when only CloudFront may call the load balancer
 */
public record AwsEdge(
    Optional<AwsCertificate> certificate,
    String hostedZone,
    List<AwsRecord> records,
    Optional<AwsCdn> cdn,
    List<AwsWebAcl> webAcls,
    boolean accessLogs,
    boolean leavesCloudFront,
    boolean cdnOnly) {
  /** Type of the item that lists of addresses are looked up as. */
  public static final String PREFIX_LIST = "ec2.ManagedPrefixList";

  /** Its output for security groups. */
  public static final String PREFIX_LIST_ID = "id";

  /** Name that AWS gives the one from which CloudFront calls load balancers. */
  public static final String CLOUDFRONT_ADDRESSES = "com.amazonaws.global.cloudfront.origin-facing";

  /** Name of the bucket of the access logs, which is made unless it is listed. */
  public static final String ACCESS_LOGS = "access-logs";

  /** What the load balancer puts in front of their keys. */
  public static final String LOGS_PREFIX = "alb";

  public AwsEdge {
    records = records.stream().filter(record -> isIn(hostedZone, record.host())).toList();
    webAcls = List.copyOf(webAcls);
  }

  /** The web ACL of one target. */
  public Optional<AwsWebAcl> webAcl(WafTarget target) {
    return webAcls.stream().filter(acl -> acl.target() == target).findFirst();
  }

  /** True when records of the host belong into the zone. */
  public boolean isInZone(String host) {
    return isIn(hostedZone, host);
  }

  private static boolean isIn(String zone, String host) {
    return !zone.isEmpty() && (host.equals(zone) || host.endsWith("." + zone));
  }
}
