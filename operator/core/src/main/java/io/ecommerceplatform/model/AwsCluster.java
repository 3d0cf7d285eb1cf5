package io.ecommerceplatform.model;

/**
 * One Aurora cluster.
 *
 * @param instances the writer and its readers
 */
public record AwsCluster(AwsDatabase database, int instances) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "rds.Cluster";

  /** Name of one of its instances. */
  public String instance(int ordinal) {
    return database.name() + "-" + ordinal;
  }
}
