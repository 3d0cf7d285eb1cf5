package io.ecommerceplatform.model;

import java.util.List;
import java.util.Optional;

/**
 * Copies of what a platform has in AWS, made by AWS Backup.
 *
 * @param vault name of the vault; empty for a derived one
 * @param schedules when, as AWS writes it; together they are what the resource says
 * @param retentionDays how long a copy is kept, also one in another region
 * @param copyToRegion region that gets a copy of each copy
 */
public record AwsBackup(
    String vault, List<String> schedules, int retentionDays, Optional<String> copyToRegion) {
  public static final String VAULT_TYPE = "backup.Vault";
  public static final String PLAN_TYPE = "backup.Plan";
  public static final String SELECTION_TYPE = "backup.Selection";

  /** Name of all of them in the resource. */
  public static final String NAME = "backup";

  /** Name of the role that AWS Backup takes; no service can have it. */
  public static final String ROLE = "aws_backup";

  /** The field that asks for it. */
  public static final String PATH = "spec.backup";

  /** The field that asks for copies of them in another region. */
  public static final String COPY_PATH = "spec.backup.copyToRegion";

  public AwsBackup {
    schedules = List.copyOf(schedules);
  }
}
