package io.ecommerceplatform.finding;

/** The closed list of reasons; each has a page under {@code docs/runbooks} and a severity. */
public enum Reason {
  AllReady(Severity.FINE),
  NothingAsked(Severity.FINE),
  NoDrift(Severity.FINE),
  RolloutComplete(Severity.FINE),
  NoChanges(Severity.FINE),
  Settled(Severity.FINE),
  NotStalled(Severity.FINE),
  BackupInCluster(Severity.FINE),
  BackupScheduled(Severity.FINE),
  WithinBudget(Severity.FINE),
  BudgetExceeded(Severity.FINE),

  Applying(Severity.PROGRESSING),
  PodsStarting(Severity.PROGRESSING),
  RolloutInProgress(Severity.PROGRESSING),
  WaitingForStore(Severity.PROGRESSING),
  WaitingForSecret(Severity.PROGRESSING),
  WaitingForAddress(Severity.PROGRESSING),
  VolumesGrowing(Severity.PROGRESSING),
  WaitingForCertificate(Severity.PROGRESSING),
  WaitingForVelero(Severity.PROGRESSING),
  WaitingForAws(Severity.PROGRESSING),
  DriftCorrected(Severity.FINE),
  DriftContested(Severity.FINE),
  Deleting(Severity.PROGRESSING),

  PodsFailing(Severity.DEGRADED),
  JobFailed(Severity.DEGRADED),
  ApplyFailed(Severity.DEGRADED),
  SecretNotFound(Severity.DEGRADED),
  StorageClassMissing(Severity.DEGRADED),
  VolumesCannotGrow(Severity.DEGRADED),
  IngressClassMissing(Severity.DEGRADED),
  CertificateFailed(Severity.DEGRADED),
  DefinitionMissing(Severity.DEGRADED),
  KedaMissing(Severity.DEGRADED),
  VeleroMissing(Severity.DEGRADED),
  VeleroForbidden(Severity.DEGRADED),
  VeleroRefused(Severity.DEGRADED),
  DriftFound(Severity.DEGRADED),
  AwsUnreachable(Severity.DEGRADED),
  AwsItemFailed(Severity.DEGRADED),
  InternalError(Severity.DEGRADED),

  Conflict(Severity.BLOCKED),
  NotManagedYet(Severity.BLOCKED),
  ReferenceNotFound(Severity.BLOCKED),
  EngineNotSupported(Severity.BLOCKED),
  ScheduleInvalid(Severity.BLOCKED),
  NamespaceTaken(Severity.BLOCKED),
  MigrationRequired(Severity.BLOCKED),
  ParameterRefused(Severity.BLOCKED),
  VolumesCannotShrink(Severity.BLOCKED),
  MigrationFailed(Severity.BLOCKED),
  ApprovalNeeded(Severity.BLOCKED),
  CredentialsLost(Severity.BLOCKED),
  IdentityNotMapped(Severity.BLOCKED),
  IdentityRefused(Severity.BLOCKED),
  RegionRefused(Severity.BLOCKED),
  AwsDenied(Severity.BLOCKED),
  QuotaExceeded(Severity.BLOCKED),
  AwsRefused(Severity.BLOCKED),
  AwsItemNotFound(Severity.BLOCKED),
  ReplacementRequired(Severity.BLOCKED),
  NotConverging(Severity.BLOCKED),

  PlanReady(Severity.FINE),
  UpgradePending(Severity.FINE),
  Paused(Severity.FINE);

  private final Severity severity;

  Reason(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }
}
