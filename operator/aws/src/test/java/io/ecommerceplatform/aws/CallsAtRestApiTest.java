package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.LocalAws;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nothing happens to costs few calls, and the fewer the more of it there is. */
@LocalAws
class CallsAtRestApiTest {
  private AwsEmulator aws;

  @AfterEach
  void leaveNothing() {
    aws.reset();
  }

  @Test
  void anHourCostsLessThanOneLookAtEachItemEveryFiveMinutes(AwsEmulator emulator)
      throws IOException {
    aws = emulator;
    RestingFleet.Rest one = RestingFleet.of(1, aws).rest();
    RestingFleet.Rest three = RestingFleet.of(3, aws).rest();
    assertThat(one.done() + three.done()).isZero();
    assertThat(three.items()).isGreaterThan(150);
    assertThat(three.calls()).allMatch(AwsRequest::reads);
    assertThat(one.rate()).isLessThan(RestingFleet.Rest.naiveRate());
    assertThat(three.rate()).isLessThan(one.rate());
    assertThat(three.rateInBulk()).isLessThan(one.rateInBulk());
  }
}
