package io.ecommerceplatform.localplane.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestPlaneFolderTest {
  @TempDir private Path folder;

  @Test
  void planesLiveInTheCheckoutWhateverTheModule() throws IOException {
    Files.createDirectories(folder.resolve(".mvn"));
    var module = Files.createDirectories(folder.resolve("operator/app"));

    assertThat(TestPlaneFolder.of(module).parent()).isEqualTo(folder.resolve(".run/test-planes"));
  }

  @Test
  void folderOfADeadJvmIsRemovedAndALiveOneIsKept() throws IOException {
    var planes = new TestPlaneFolder(folder.resolve("test-planes"));
    var mine = planes.claim();
    var stale = Files.createDirectories(planes.parent().resolve("1"));
    Files.writeString(stale.resolve("owner"), ProcessHandle.current().pid() + " 1000\n");

    planes.removeStale();

    assertThat(stale).doesNotExist();
    assertThat(mine.root()).exists();
  }
}
