package io.ecommerceplatform.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1,aws",
    "cn-north-1,aws-cn",
    "us-gov-west-1,aws-us-gov",
    // later than the SDK
    "eu-west-99,aws"
  })
  void aRegionSaysIt(String region, String partition) {
    assertThat(Partition.of(region)).isEqualTo(partition);
  }
}
