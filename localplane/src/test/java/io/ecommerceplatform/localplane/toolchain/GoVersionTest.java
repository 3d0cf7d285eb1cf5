package io.ecommerceplatform.localplane.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoVersionTest {

  @Test
  void releasesAreOrdered() {
    assertThat(GoVersion.parse("go1.26.8")).isGreaterThan(GoVersion.parse("1.26.0"));
    assertThat(GoVersion.parse("go1.9.7")).isLessThan(GoVersion.parse("1.26"));
    assertThat(GoVersion.parse("go1.27rc1")).isGreaterThan(GoVersion.parse("1.26.0"));
    assertThat(GoVersion.parse("devel +abc")).isGreaterThan(GoVersion.parse("1.26.0"));
  }

  @Test
  void oldOnesCannotFetchANewerOne() {
    assertThat(GoVersion.parse("go1.20.14").canSwitch()).isFalse();
    assertThat(GoVersion.parse("go1.21.0").canSwitch()).isTrue();
  }
}
