package io.ecommerceplatform.aws.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.resource.FailureKind;
import io.ecommerceplatform.resource.ItemFailure;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsErrorsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "ThrottlingException,400,THROTTLED",
    "RequestLimitExceeded,503,THROTTLED",
    "AccessDenied,403,DENIED",
    "AccessDeniedException,400,DENIED",
    "UnauthorizedOperation,403,DENIED",
    "InvalidClientTokenId,403,DENIED",
    "TopicLimitExceeded,403,QUOTA",
    "LimitExceededException,400,QUOTA",
    "InstanceQuotaExceeded,400,QUOTA",
    "TooManyBuckets,400,QUOTA",
    "DBInstanceNotFound,404,NOT_FOUND",
    "NoSuchBucket,404,NOT_FOUND",
    "AWS.SimpleQueueService.NonExistentQueue,400,NOT_FOUND",
    "DBInstanceAlreadyExists,400,EXISTS",
    "EntityAlreadyExists,409,EXISTS",
    "BucketAlreadyOwnedByYou,409,EXISTS",
    "InvalidDBInstanceState,400,BUSY",
    "ResourceInUseException,400,BUSY",
    "DependencyViolation,400,BUSY",
    "AWS.SimpleQueueService.QueueDeletedRecently,400,BUSY",
    "InvalidParameterValue,400,INVALID",
    "InternalFailure,500,TRANSIENT",
    "ServiceUnavailable,503,TRANSIENT",
  })
  void eachCodeMeansOneThing(String code, int status, FailureKind kind) {
    assertThat(refusal(code, status, "said").kind()).isEqualTo(kind);
  }

  @Test
  void aDenialNamesWhoAndWhat() {
    assertThat(refusal("AccessDenied", 403, "no").message())
        .startsWith("arn:aws:iam::1:role/shop may not do sqs:CreateQueue (AccessDenied); allow it");
  }

  @Test
  void aRefusalHasTheWordsOfAws() {
    assertThat(refusal("InvalidParameterValue", 400, "Delay is too long").message())
        .isEqualTo("AWS refuses it (InvalidParameterValue: Delay is too long); change the field");
  }

  @Test
  void aNewRoleIsNotARefusal() {
    String said = "The role defined for the function cannot be assumed by Lambda.";
    assertThat(refusal("InvalidParameterValueException", 400, said).kind())
        .isEqualTo(FailureKind.PROPAGATING);
  }

  @Test
  void oneChangeAtATimeIsNotARefusal() {
    String said =
        "A change/update is in progress. Please wait for it to complete before requesting another change.";
    assertThat(refusal("ValidationException", 400, said).kind()).isEqualTo(FailureKind.BUSY);
  }

  @Test
  void withoutCredentialsSomebodyHasToGiveThem() {
    ItemFailure none =
        AwsErrors.of(
            SdkClientException.create("Unable to load credentials from any of the providers"),
            "reading sqs.Queue",
            "own",
            NOW);
    assertThat(none.kind()).isEqualTo(FailureKind.DENIED);
    assertThat(none.message()).contains("IRSA");
    assertThat(AwsErrors.of(SdkClientException.create("timeout"), "a", "r", NOW).kind())
        .isEqualTo(FailureKind.TRANSIENT);
  }

  @Test
  void aDefectIsNotBlamedOnAws() {
    assertThat(AwsErrors.of(new IllegalStateException("oops"), "reading x", "r", NOW).message())
        .isEqualTo("the operator failed at reading x: java.lang.IllegalStateException: oops");
  }

  private static ItemFailure refusal(String code, int status, String said) {
    AwsServiceException error =
        AwsServiceException.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(said).build())
            .build();
    return AwsErrors.of(error, "sqs:CreateQueue", "arn:aws:iam::1:role/shop", NOW);
  }
}
