package io.ecommerceplatform.api.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.api.v1alpha1.common.ListMap;
import io.ecommerceplatform.api.v1alpha1.common.ListSet;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** Writes what a Java type says and what the CRD generator has no annotation for. */
final class TypeMarks {
  private static final String QUANTITY =
      "^([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$";
  private static final String PERCENT = "^[0-9]+%$";

  private TypeMarks() {}

  static void mark(Class<?> record, ObjectNode schema) {
    for (RecordComponent component : record.getRecordComponents()) {
      ObjectNode property = (ObjectNode) schema.path("properties").path(jsonName(component));
      if (component.getGenericType() instanceof ParameterizedType generic) {
        markContainer(component, generic, property);
      } else {
        markValue(component.getType(), property);
      }
    }
  }

  private static void markContainer(
      RecordComponent component, ParameterizedType generic, ObjectNode property) {
    Type[] arguments = generic.getActualTypeArguments();
    boolean list = generic.getRawType() == List.class;
    if (list) {
      listType(component, property);
    }
    String child = list ? "items" : "additionalProperties";
    if (arguments[arguments.length - 1] instanceof Class<?> item) {
      markValue(item, (ObjectNode) property.get(child));
    }
  }

  private static void listType(RecordComponent component, ObjectNode property) {
    ListMap map = component.getAnnotation(ListMap.class);
    if (map != null) {
      property.put("x-kubernetes-list-type", "map");
      property.putArray("x-kubernetes-list-map-keys").add(map.value());
      return;
    }
    boolean set = component.isAnnotationPresent(ListSet.class);
    property.put("x-kubernetes-list-type", set ? "set" : "atomic");
  }

  private static void markValue(Class<?> type, ObjectNode schema) {
    if (type.isRecord()) {
      mark(type, schema);
    } else if (type == Quantity.class) {
      schema.put("pattern", QUANTITY).put("maxLength", 32);
    } else if (type == IntOrString.class) {
      schema.put("pattern", PERCENT).put("maxLength", 8);
    }
  }

  private static String jsonName(RecordComponent component) {
    return Arrays.stream(component.getAccessor().getAnnotationsByType(JsonProperty.class))
        .map(JsonProperty::value)
        .findFirst()
        .orElse(component.getName());
  }
}
