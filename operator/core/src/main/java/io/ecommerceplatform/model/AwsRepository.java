package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.Optional;

/**
 * One ECR repository; what is null is left to AWS.
 *
 * @param name component whose images are in it
 * @param awsName the prefix and the name
 * @param imageTagMutability as ECR names it
 * @param encryptionType as ECR names it
 * @param keepTagged how many images stay whose tag starts with {@code tagPrefix}
 * @param expireUntaggedDays age at which an image without a tag goes
 */
public record AwsRepository(
    String name,
    String path,
    String awsName,
    String imageTagMutability,
    String encryptionType,
    Boolean scanOnPush,
    Integer keepTagged,
    String tagPrefix,
    Integer expireUntaggedDays,
    Optional<DeletionPolicy> deletionPolicy) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "ecr.Repository";
}
