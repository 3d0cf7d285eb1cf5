package io.ecommerceplatform.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.operator.PlanFixture;
import io.ecommerceplatform.resource.GeneratedSecret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private final GeneratedSecret wanted =
      new GeneratedSecret(
          PlanFixture.ref("Secret", "orders-db"),
          Map.of("a", "b"),
          Map.of("username", "shop"),
          Map.of("password", 32));

  @Test
  void fixedValuesAreKeptAndOthersMade() {
    Map<String, String> data = new Credentials(new Random(1)).make(wanted).getData();

    assertThat(decoded(data.get("username"))).isEqualTo("shop");
    assertThat(decoded(data.get("password"))).matches("[A-Za-z0-9]{32}");
  }

  @Test
  void everyCallMakesOtherValues() {
    Credentials credentials = new Credentials(new Random(1));

    assertThat(credentials.make(wanted).getData()).isNotEqualTo(credentials.make(wanted).getData());
  }

  @Test
  void mixedValuesHaveACharacterOfEachSort() {
    GeneratedSecret mixed =
        new GeneratedSecret(
            wanted.ref(), wanted.labels(), Map.of(), wanted.generated(), Set.of("password"));
    for (int seed = 0; seed < 200; seed++) {
      Map<String, String> data = new Credentials(new Random(seed)).make(mixed).getData();
      assertThat(decoded(data.get("password")))
          .hasSize(32)
          .matches("[A-Za-z0-9-]*")
          .containsPattern("[A-Z]")
          .containsPattern("[a-z]")
          .containsPattern("[0-9]")
          .containsPattern("-");
    }
  }

  private static String decoded(String value) {
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }
}
