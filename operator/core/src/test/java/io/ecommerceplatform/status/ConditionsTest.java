package io.ecommerceplatform.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A status that the API server refuses is none at all. */
class ConditionsTest {
  private static final String CRD = "/crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";

  @Test
  void aMessageIsCutBeforeTheSchemaRefusesIt() throws IOException {
    assertThat(cut(ConditionType.DataReady)).hasSizeGreaterThan(2_900).endsWith("…");
    assertThat(cut(ConditionType.Ready)).hasSizeGreaterThan(900).endsWith("…");
    assertThat(cut(ConditionType.DataReady).length()).isLessThanOrEqualTo(longest());
    assertThat(cut(ConditionType.Ready).length()).isLessThanOrEqualTo(longest());
  }

  private static String cut(ConditionType type) {
    return new Conditions(null, 1, Instant.EPOCH)
        .add(type, false, Reason.NotManagedYet, "x".repeat(100_000))
        .list()
        .getFirst()
        .getMessage();
  }

  private static int longest() throws IOException {
    try (InputStream in = ConditionsTest.class.getResourceAsStream(CRD)) {
      JsonNode status =
          new YAMLMapper()
              .readTree(in)
              .at("/spec/versions/0/schema/openAPIV3Schema/properties/status/properties");
      return status.at("/conditions/items/properties/message/maxLength").asInt();
    }
  }
}
