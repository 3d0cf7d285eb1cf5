package io.ecommerceplatform.aws.kind;

import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** The part of the world that a region's ARNs begin with: China and GovCloud have their own. */
final class Partition {
  private Partition() {}

  static String of(String region) {
    return PartitionMetadata.of(Region.of(region)).id();
  }
}
