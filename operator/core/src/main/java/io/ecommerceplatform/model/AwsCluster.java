package io.ecommerceplatform.model;

/**
 * One cluster of Aurora or DocumentDB.
 *
 * @param instances the writer and its readers
 */
public record AwsCluster(AwsDatabase database, int instances) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "rds.Cluster";

  /** The same of DocumentDB. */
  public static final String DOCUMENT_TYPE = "docdb.Cluster";

  /** What RDS calls DocumentDB, in whose lists it stands beside its own clusters. */
  public static final String DOCUMENT_ENGINE = "docdb";

  /** Name of one of its instances. */
  public String instance(int ordinal) {
    return database.name() + "-" + ordinal;
  }
}
