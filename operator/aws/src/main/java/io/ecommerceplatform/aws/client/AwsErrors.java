package io.ecommerceplatform.aws.client;

import io.ecommerceplatform.resource.FailureKind;
import io.ecommerceplatform.resource.ItemFailure;
import java.time.Instant;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an error of AWS means: the only place that knows its codes. */
public final class AwsErrors {
  private static final Pattern DENIED =
      Pattern.compile(
          "AccessDenied.*|AuthorizationError.*|UnauthorizedOperation|NotAuthorized.*|"
              + "AuthFailure|UnrecognizedClient.*|InvalidClientTokenId|ExpiredToken.*|"
              + "SignatureDoesNotMatch|OptInRequired|KMSAccessDenied.*");
  private static final Pattern QUOTA =
      Pattern.compile(
          ".*LimitExceeded.*|.*QuotaExceeded.*|.*TooMany(?!Requests).*|TooManyBuckets|"
              + "InstanceQuotaExceeded|InsufficientDBInstanceCapacity.*|StorageQuotaExceeded.*");
  private static final Pattern NOT_FOUND =
      Pattern.compile(".*NotFound.*|.*NonExistent.*|NoSuch.*|.*DoesNotExist.*");
  private static final Pattern EXISTS =
      Pattern.compile(".*AlreadyExist.*|BucketAlreadyOwnedByYou|QueueNameExists|.*Duplicate.*");
  private static final Pattern BUSY =
      Pattern.compile(
          "(KMS)?Invalid.*State.*|.*InUse.*|.*Busy.*|.*Pending.*|DeleteConflict.*|DependencyViolation|"
              + "OperationAborted|ConcurrentModification.*|PriorRequestNotComplete|"
              + "QueueDeletedRecently|.*DeletedRecently|.*NotDisabled|BucketNotEmpty|"
              + "OperationNotPermittedException|PreconditionFailed|WAFAssociatedItem.*|"
              + "WAFOptimisticLock.*|WAFUnavailableEntity.*");

  /** How the SDK says that nothing and nobody gives it credentials. */
  private static final String NO_CREDENTIALS = "Unable to load credentials";

  private static final String NO_CREDENTIALS_TEXT =
      "the operator has no credentials for AWS; give its ServiceAccount a role (IRSA)";

  private AwsErrors() {}

  /**
   * The failure behind an exception.
   *
   * @param action what was tried, as IAM names it, for example {@code sqs:CreateQueue}
   * @param role who tried it
   */
  public static ItemFailure of(RuntimeException error, String action, String role, Instant now) {
    if (!(error instanceof AwsServiceException refused)) {
      return unanswered(error, action, now);
    }
    AwsErrorDetails details = refused.awsErrorDetails();
    String code = details == null || details.errorCode() == null ? "" : details.errorCode();
    String said = details == null || details.errorMessage() == null ? "" : details.errorMessage();
    FailureKind kind = kind(refused, code, said);
    return new ItemFailure(kind, code, message(kind, code, said, action, role), now);
  }

  private static ItemFailure unanswered(RuntimeException error, String action, Instant now) {
    if (!(error instanceof SdkException)) {
      return new ItemFailure(
          FailureKind.INVALID, "", "the operator failed at %s: %s".formatted(action, error), now);
    }
    boolean nobody = String.valueOf(error.getMessage()).startsWith(NO_CREDENTIALS);
    return nobody
        ? new ItemFailure(FailureKind.DENIED, "", NO_CREDENTIALS_TEXT, now)
        : new ItemFailure(
            FailureKind.TRANSIENT,
            "",
            "no answer from AWS to %s; tried again".formatted(action),
            now);
  }

  private static FailureKind kind(AwsServiceException refused, String code, String said) {
    if (refused.isThrottlingException()) {
      return FailureKind.THROTTLED;
    }
    if (DENIED.matcher(code).matches()) {
      return FailureKind.DENIED;
    }
    if (isPropagating(said)) {
      return FailureKind.PROPAGATING;
    }
    if (isChanging(said)) {
      return FailureKind.BUSY;
    }
    if (NOT_FOUND.matcher(code).matches()) {
      return FailureKind.NOT_FOUND;
    }
    if (EXISTS.matcher(code).matches()) {
      return FailureKind.EXISTS;
    }
    if (BUSY.matcher(code).matches()) {
      return FailureKind.BUSY;
    }
    if (QUOTA.matcher(code).matches()) {
      return FailureKind.QUOTA;
    }
    return refused.statusCode() >= 500 ? FailureKind.TRANSIENT : FailureKind.INVALID;
  }

  // a new role: services say this while its trust is not known everywhere
  private static boolean isPropagating(String said) {
    return said.contains("cannot be assumed") || said.contains("is not authorized to assume");
  }

  // OpenSearch Service takes one change at a time, and DynamoDB makes no replica of a table before
  // auto scaling knows it; both say so with a code of wrong fields
  private static boolean isChanging(String said) {
    return said.contains("change/update is in progress")
        || said.contains("should either be Pay-Per-Request or AutoScaled");
  }

  private static String message(
      FailureKind kind, String code, String said, String action, String role) {
    return switch (kind) {
      case THROTTLED -> "AWS asks for fewer calls (%s); tried again".formatted(code);
      case TRANSIENT -> "AWS could not answer %s (%s); tried again".formatted(action, code);
      case BUSY -> "AWS is not ready for %s: %s".formatted(action, said);
      case PROPAGATING -> "a new role is not known everywhere yet (%s)".formatted(code);
      case NOT_FOUND, ABSENT -> "%s: %s".formatted(code, said);
      case EXISTS -> "%s: %s".formatted(code, said);
      case DENIED ->
          "%s may not do %s (%s); allow it in IAM; it is tried again every 5 minutes, and at once with: kubectl ecp refresh"
              .formatted(role, action, code);
      case QUOTA ->
          "a limit of the account is reached (%s: %s); have it raised in Service Quotas"
              .formatted(code, said);
      case INVALID -> "AWS refuses it (%s: %s); change the field".formatted(code, said);
    };
  }
}
