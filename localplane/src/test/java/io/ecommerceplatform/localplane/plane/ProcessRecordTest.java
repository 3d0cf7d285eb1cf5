package io.ecommerceplatform.localplane.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessRecordTest {
  private final ProcessRecord thisJvm = ProcessRecord.of(ProcessHandle.current());

  @Test
  void sameProcessIsFound() {
    assertThat(thisJvm.sameStart()).contains(ProcessHandle.current());
  }

  @Test
  void reusedProcessIdIsNotOurs() {
    var earlier = thisJvm.started().minus(Duration.ofHours(1));

    assertThat(new ProcessRecord(thisJvm.pid(), earlier).sameStart()).isEmpty();
  }

  @Test
  void processThatDoesNotNameTheStateFolderIsNotOurs() {
    assertThat(thisJvm.handle(new PlaneHome(Path.of("/state/of/another/plane")))).isEmpty();
  }
}
