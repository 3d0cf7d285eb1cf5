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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold for any selection of the bundled services, in any order. */
class StabilityTest {
  private static final List<String> NAMES =
      Resolved.CATALOGUE.services().stream().map(s -> s.name()).toList();

  @Property(tries = 60)
  void theOrderOfServicesChangesNothing(
      @ForAll("selections") Set<String> selection, @ForAll Random random) {
    List<String> shuffled = new ArrayList<>(selection);
    Collections.shuffle(shuffled, random);
    Compiled one = Compiled.of(platform(List.copyOf(selection)));
    Compiled other = Compiled.of(platform(shuffled));
    assertThat(other.platform()).isEqualTo(one.platform());
    assertThat(other.desired()).isEqualTo(one.desired());
  }

  @Property(tries = 60)
  void noObjectIsWantedTwiceAndEveryNameFits(@ForAll("selections") Set<String> selection) {
    Compiled compiled = Compiled.of(platform(List.copyOf(selection)));
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

  @Provide
  Arbitrary<Set<String>> selections() {
    return Arbitraries.of(NAMES).set().ofMinSize(1).ofMaxSize(NAMES.size());
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
