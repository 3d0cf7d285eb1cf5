package io.ecommerceplatform.operator.observe;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * One copy of equal parts of objects: a Deployment of one platform is that of another but for a few
 * names, and most of what managedFields say is the same empty map. What no cache keeps any more is
 * forgotten.
 */
final class SharedTrees {
  private final Map<Object, WeakReference<Object>> known = new WeakHashMap<>();

  /** An equal tree that cannot be changed, made of parts that others have, too. */
  @SuppressWarnings("unchecked") // equal to what came in, so of its type
  synchronized <T> Map<String, T> of(Map<String, T> tree) {
    return tree == null ? null : (Map<String, T>) shared(tree);
  }

  private Object shared(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.isEmpty() ? Map.of() : one(map(map));
      case List<?> list -> list.isEmpty() ? List.of() : one(list(list));
      case String text -> one(text);
      case null, default -> value;
    };
  }

  // in the order of the API server, which the text of a plan follows
  private Map<Object, Object> map(Map<?, ?> map) {
    Map<Object, Object> copy = LinkedHashMap.newLinkedHashMap(map.size());
    map.forEach((key, value) -> copy.put(shared(key), shared(value)));
    return Collections.unmodifiableMap(copy);
  }

  private List<?> list(List<?> list) {
    return list.stream().map(this::shared).toList();
  }

  private Object one(Object value) {
    WeakReference<Object> reference = known.get(value);
    Object first = reference == null ? null : reference.get();
    if (first != null) {
      return first;
    }
    known.put(value, new WeakReference<>(value));
    return value;
  }
}
