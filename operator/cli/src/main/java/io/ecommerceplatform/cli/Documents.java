package io.ecommerceplatform.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;

/** Trees as text for programs, without what only the API server's bookkeeping needs. */
final class Documents {
  private Documents() {}

  /** One document, or one per tree; ends with a newline. */
  static String text(List<? extends JsonNode> trees, OutputFormat format) {
    StringBuilder text = new StringBuilder();
    for (JsonNode tree : trees) {
      text.append(format == OutputFormat.json ? json(tree) : yaml(tree));
    }
    return text.toString();
  }

  /** A JSON array when there are several, so that the answer is one document. */
  static String list(List<? extends JsonNode> trees, OutputFormat format) {
    if (trees.size() == 1 || format == OutputFormat.yaml) {
      return text(trees, format);
    }
    return json(new ObjectMapper().createArrayNode().addAll(trees));
  }

  static JsonNode withoutBookkeeping(JsonNode resource) {
    JsonNode copy = resource.deepCopy();
    if (copy.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("managedFields");
    }
    return copy;
  }

  private static String json(JsonNode tree) {
    return tree.toPrettyString() + "\n";
  }

  private static String yaml(JsonNode tree) {
    try {
      return YAMLMapper.builder()
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build()
          .writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was read cannot be written", e);
    }
  }
}
