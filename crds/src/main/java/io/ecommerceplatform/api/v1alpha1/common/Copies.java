package io.ecommerceplatform.api.v1alpha1.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes records deeply immutable while a field that is not set stays not set. */
public final class Copies {
  private Copies() {}

  public static <T> List<T> list(List<T> source) {
    return source == null ? null : Collections.unmodifiableList(new ArrayList<>(source));
  }

  public static <K, V> Map<K, V> map(Map<K, V> source) {
    return source == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(source));
  }
}
