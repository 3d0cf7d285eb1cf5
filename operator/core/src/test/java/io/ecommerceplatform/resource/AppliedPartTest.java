package io.ecommerceplatform.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppliedPartTest {
  private static final AppliedPart SENT =
      part("{\"template\": {\"spec\": {\"seconds\": 30, \"containers\": [{\"name\": \"web\"}]}}}");

  @Test
  void aLibrarysSizesAndOrderAreNoDifference() {
    ObjectNode compiled = Json.tree(Map.of("template", Map.of("spec", Map.of("seconds", 30L))));
    compiled.withObject("/template/spec").putArray("containers").addObject().put("name", "web");

    assertThat(new AppliedPart(compiled).isSameAs(SENT)).isTrue();
    assertThat(new AppliedPart(compiled).hash()).isEqualTo(SENT.hash());
  }

  @Test
  void anotherValueIsADifference() {
    assertThat(SENT.isSameAs(part(SENT.text().replace("30", "31")))).isFalse();
    assertThat(SENT.isSameAs(part(SENT.text().replace("30", "\"30\"")))).isFalse();
    assertThat(SENT.isSameAs(part(SENT.text().replace("web", "api")))).isFalse();
    assertThat(SENT.isSameAs(part("{}"))).isFalse();
  }

  private static AppliedPart part(String json) {
    return new AppliedPart((ObjectNode) Json.parse(json));
  }
}
