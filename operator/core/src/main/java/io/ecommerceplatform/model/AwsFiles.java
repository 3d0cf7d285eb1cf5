package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import java.util.Optional;

/**
 * One file system of EFS.
 *
 * @param awsName empty for a derived one
 * @param deletionPolicy what becomes of the files; empty for what the platform or the type says
 */
public record AwsFiles(
    String name, String path, String awsName, Optional<DeletionPolicy> deletionPolicy)
    implements AwsStore {
  /** Type of the item that it becomes. */
  public static final String TYPE = "efs.FileSystem";

  private static final int NFS = 2049;

  /** Always derived. */
  @Override
  public String securityGroup() {
    return "";
  }

  @Override
  public int port() {
    return NFS;
  }

  /** The way to the files is made anew for files that are kept and wanted again. */
  @Override
  public Optional<DeletionPolicy> policyBeside() {
    return Optional.of(DeletionPolicy.Delete);
  }
}
