package io.ecommerceplatform.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any selection of the bundled services, in any order. */
class StabilityTest {
  private static final int SELECTIONS = 60;
  private static final List<String> NAMES =
      Resolved.CATALOGUE.services().stream().map(s -> s.name()).toList();

  @ParameterizedTest
  @MethodSource("selections")
  void theOrderOfServicesChangesNothing(List<String> selection) {
    List<String> shuffled = new ArrayList<>(selection);
    Collections.shuffle(shuffled, new Random(selection.hashCode()));
    Compiled one = Compiled.of(platform(selection));
    Compiled other = Compiled.of(platform(shuffled));
    assertThat(other.platform()).isEqualTo(one.platform());
    assertThat(other.desired()).isEqualTo(one.desired());
  }

  @ParameterizedTest
  @MethodSource("selections")
  void noObjectIsWantedTwiceAndEveryNameFits(List<String> selection) {
    Compiled compiled = Compiled.of(platform(selection));
    Set<ObjectRef> seen = new HashSet<>();
    for (Manifest object : compiled.desired().objects()) {
      assertThat(seen.add(object.ref())).as("%s is wanted twice", object.ref()).isTrue();
      assertThat(object.ref().name())
          .hasSizeLessThanOrEqualTo(63)
          .matches("[a-z][-a-z0-9]*[a-z0-9]");
      assertThat(compiled.platform().owner().owns(object.labels())).isTrue();
    }
    compiled.desired().held().forEach(held -> assertThat(seen).doesNotContain(held.ref()));
  }

  // each number gives the same selection in every run, so that a failure comes again
  static Stream<List<String>> selections() {
    return IntStream.range(0, SELECTIONS).mapToObj(StabilityTest::selection);
  }

  private static List<String> selection(int number) {
    List<String> shuffled = new ArrayList<>(NAMES);
    Collections.shuffle(shuffled, new Random(number));
    return List.copyOf(shuffled.subList(0, 1 + number % NAMES.size()));
  }

  private static Platform platform(List<String> services) {
    StringBuilder spec = new StringBuilder("profile: Economy\nservices:\n");
    services.forEach(
        s ->
            spec.append("- {name: ")
                .append(s)
                .append(", expose: {path: /")
                .append(s)
                .append("}}\n"));
    return Resolved.spec(spec.toString());
  }
}
