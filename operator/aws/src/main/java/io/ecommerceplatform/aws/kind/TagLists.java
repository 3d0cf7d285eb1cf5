package io.ecommerceplatform.aws.kind;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Tags as most services want them: a list, each with a class of its own for its members. */
final class TagLists {

  private TagLists() {}

  static <T> List<T> of(Map<String, String> tags, BiFunction<String, String, T> tag) {
    return tags.entrySet().stream().map(e -> tag.apply(e.getKey(), e.getValue())).toList();
  }
}
