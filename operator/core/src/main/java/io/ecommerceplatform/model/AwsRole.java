package io.ecommerceplatform.model;

import java.util.List;

/**
 * The role that the pods of one service or job have in AWS.
 *
 * @param name of the service or job, and of its ServiceAccount
 * @param podRoles how pods come to it
 * @param grants what it may use, sorted: topics to send to, queues to read, buckets, tables
 */
public record AwsRole(String name, String path, PodRoles podRoles, List<AwsGrant> grants) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "iam.Role";

  /** Says on a ServiceAccount which role its pods have. */
  public static final String ANNOTATION = "eks.amazonaws.com/role-arn";

  public AwsRole {
    grants = List.copyOf(grants);
  }
}
