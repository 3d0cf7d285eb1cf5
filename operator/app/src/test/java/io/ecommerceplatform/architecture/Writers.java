package io.ecommerceplatform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes of the operator that make one kind of call, each with the calls it makes. */
record Writers(SortedMap<String, List<String>> calls, String what) {

  static Writers of(JavaClasses classes, DescribedPredicate<JavaMethodCall> kind) {
    var found = new TreeMap<String, List<String>>();
    var app = PackageMatcher.of(Modules.APP);
    for (JavaClass type : classes) {
      var calls =
          type.getMethodCallsFromSelf().stream()
              .filter(kind)
              .map(JavaMethodCall::getDescription)
              .toList();
      if (app.matches(type.getPackageName()) && !calls.isEmpty()) {
        found.merge(outermost(type), calls, Writers::both);
      }
    }
    return new Writers(found, kind.getDescription());
  }

  /** Leaves out a class that writes something else by the same calls. */
  Writers except(String name) {
    assertThat(calls).as("repair: the exception is not needed any more").containsKey(name);
    var others = new TreeMap<>(calls);
    others.remove(name);
    return new Writers(others, what);
  }

  void areExactlyOneIn(String packages) {
    assertThat(calls)
        .as("classes that make %s; repair: let the one in %s do it", what, packages)
        .hasSize(1)
        .allSatisfy(
            (name, from) ->
                assertThat(PackageMatcher.of(packages).matches(name.replaceAll("\\.[^.]*$", "")))
                    .as("%s is in %s: %s", name, packages, from)
                    .isTrue());
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceAll("\\$.*", "");
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
