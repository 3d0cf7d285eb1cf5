package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.Optional;

/**
 * The domain of OpenSearch Service; what is empty is left to AWS.
 *
 * @param awsName empty for a derived one, as is the name of its security group
 * @param version with its minor number, as the service knows no other
 * @param nodes that hold data
 * @param zones that they stand in, each in a subnet of its own
 * @param masters nodes that only lead the others; 0 without any
 * @param volumeSize GiB of each node
 * @param masterUser who may do everything, and whom services log in as
 * @param credentials Secret with that user's password
 */
public record AwsSearch(
    String name,
    String path,
    String awsName,
    String securityGroup,
    String credentialsName,
    String version,
    String instanceType,
    int nodes,
    int zones,
    int masters,
    String masterType,
    int volumeSize,
    int port,
    String masterUser,
    String credentials,
    Optional<DeletionPolicy> deletionPolicy)
    implements AwsStore {
  /** Type of the item that it becomes. */
  public static final String TYPE = "opensearch.Domain";

  /** It speaks HTTPS, and nothing else. */
  public static final int PORT = 443;
}
