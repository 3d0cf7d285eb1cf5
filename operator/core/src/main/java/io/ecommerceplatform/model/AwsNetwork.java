package io.ecommerceplatform.model;

import java.util.List;

/**
 * The ground that managed stores stand on; it is looked up, never made.
 *
 * @param vpcId empty for the VPC of the subnets
 * @param privateSubnetIds empty for those that are found by their tag
 * @param databaseSubnetIds empty for those that are found by their tag, else the private ones
 */
public record AwsNetwork(
    String vpcId, List<String> privateSubnetIds, List<String> databaseSubnetIds) {
  /** Type of the item that it is looked up as. */
  public static final String TYPE = "ec2.Network";

  /** What it is looked up by when the resource names nothing. */
  public static final String BY_TAGS = "tagged";

  public AwsNetwork {
    privateSubnetIds = List.copyOf(privateSubnetIds);
    databaseSubnetIds = List.copyOf(databaseSubnetIds);
  }

  /** A VPC, a subnet of it, or {@link #BY_TAGS}. */
  public String lookup() {
    if (!vpcId.isEmpty()) {
      return vpcId;
    }
    return privateSubnetIds.isEmpty() ? BY_TAGS : privateSubnetIds.getFirst();
  }
}
