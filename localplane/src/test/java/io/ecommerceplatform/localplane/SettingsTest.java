package io.ecommerceplatform.localplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void planeIsLocalUnlessSaidOtherwise() {
    assertThat(new Settings(Map.of()).existingCluster()).isFalse();
    assertThat(new Settings(Map.of("PLANE", "")).existingCluster()).isFalse();
    assertThat(new Settings(Map.of("PLANE", "local")).existingCluster()).isFalse();
    assertThat(new Settings(Map.of("PLANE", "existing")).existingCluster()).isTrue();
  }

  @Test
  void unknownPlaneNamesTheVariableAndTheChoices() {
    assertThatThrownBy(() -> new Settings(Map.of("PLANE", "kind")).existingCluster())
        .isInstanceOf(PlaneException.class)
        .hasMessage("PLANE=kind: unknown kind of plane; type PLANE=local or PLANE=existing");
  }

  @Test
  void cacheFollowsTheXdgRule() {
    var home = Map.of("HOME", "/home/ada");
    assertThat(new Settings(home).toolsCache())
        .isEqualTo(Path.of("/home/ada/.cache/ecommerce-platform/tools"));
    assertThat(new Settings(Map.of("HOME", "/home/ada", "XDG_CACHE_HOME", "/c")).toolsCache())
        .isEqualTo(Path.of("/c/ecommerce-platform/tools"));
  }

  @Test
  void firstKubeconfigOfAListIsUsed() {
    assertThat(new Settings(Map.of("KUBECONFIG", "/a/one:/a/two")).existingKubeconfig())
        .isEqualTo(Path.of("/a/one"));
    assertThat(new Settings(Map.of("HOME", "/home/ada")).existingKubeconfig())
        .isEqualTo(Path.of("/home/ada/.kube/config"));
  }
}
