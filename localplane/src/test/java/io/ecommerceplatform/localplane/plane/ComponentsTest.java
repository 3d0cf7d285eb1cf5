package io.ecommerceplatform.localplane.plane;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.toolchain.Toolchain;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private final PlaneHome home = new PlaneHome(Path.of("/state"));

  @Test
  void everythingListensOnLoopbackOnly() {
    assertThat(all(PlaneOptions.defaults()))
        .extracting(Component::name)
        .containsExactlyInAnyOrderElementsOf(new Processes(home).expected());
    assertThat(all(PlaneOptions.defaults()))
        .allSatisfy(
            component ->
                assertThat(component.command())
                    .filteredOn(flag -> flag.matches("--(bind|listen|server)-.*"))
                    .isNotEmpty()
                    .allMatch(flag -> flag.contains("127.0.0.1")));
  }

  @Test
  void commandsNameTheStateFolderByWhichTheyAreFoundAgain() {
    assertThat(all(PlaneOptions.defaults()))
        .allSatisfy(
            component ->
                assertThat(component.command()).anyMatch(flag -> flag.contains("/state/")));
  }

  @Test
  void auditLogIsOptional() {
    assertThat(components(PlaneOptions.defaults()).apiServer().command())
        .noneMatch(flag -> flag.startsWith("--audit"));
    assertThat(components(PlaneOptions.defaults().withAudit(true)).apiServer().command())
        .contains("--audit-log-path=/state/plane/log/audit.jsonl");
  }

  private List<Component> all(PlaneOptions options) {
    var components = components(options);
    return List.of(
        components.etcd(),
        components.apiServer(),
        components.controllerManager(),
        components.scheduler(),
        components.kwok());
  }

  private Components components(PlaneOptions options) {
    var ports = new Ports(1, 2, 3, 4, 5, 6);
    return new Components(home, new Toolchain(Path.of("/tools")), ports, options);
  }
}
