package io.ecommerceplatform.api.crd;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrdInSyncTest {
  private static final Path CRD = Path.of("ecommerceplatforms.ecommerceplatform.io-v1.yaml");

  @Test
  void theCommittedCrdIsWhatTheRecordsSay() throws IOException {
    Golden.check(CRD.toAbsolutePath(), CrdGenerator.yaml());
  }
}
