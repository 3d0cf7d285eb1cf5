package io.ecommerceplatform.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

/** A final field is still state if what it holds is made to be changed. */
final class MutableState {
  private static final String[] PACKAGES = {"java.util.concurrent.atomic"};
  private static final Class<?>[] TYPES = {
    Lock.class, ExecutorService.class, ThreadLocal.class, StringBuilder.class, StringBuffer.class
  };

  static final ArchCondition<JavaField> NOT_HOLD =
      new ArchCondition<>("hold nothing that changes") {
        @Override
        public void check(JavaField field, ConditionEvents events) {
          var text = "%s holds a %s".formatted(field.getFullName(), field.getRawType().getName());
          events.add(new SimpleConditionEvent(field, !mutable(field.getRawType()), text));
        }
      };

  private MutableState() {}

  /** List, Set and Map are taken for immutable ones; a named implementation is not. */
  private static boolean mutable(JavaClass type) {
    var collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    return (collection && !type.isInterface())
        || Arrays.stream(TYPES).anyMatch(type::isAssignableTo)
        || Stream.of(PACKAGES).anyMatch(type.getPackageName()::equals);
  }
}
