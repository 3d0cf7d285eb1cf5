package io.ecommerceplatform.localplane.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestNamespaceTest {

  @Test
  void namesAreValidReadableAndUnique() {
    var name = TestNamespace.of("RolloutApiTest-aVeryLongNameOfATestThatSaysWhatItProves").name();

    assertThat(name)
        .matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
        .hasSizeLessThanOrEqualTo(63)
        .startsWith("t-rollout-api-test-a-very-long");
    assertThat(TestNamespace.of("x")).isNotEqualTo(TestNamespace.of("x"));
  }
}
