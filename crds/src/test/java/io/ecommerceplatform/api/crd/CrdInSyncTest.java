package io.ecommerceplatform.api.crd;

import io.ecommerceplatform.api.v1alpha1.PlatformSpec;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrdInSyncTest {

  @Test
  void theCommittedCrdIsWhatTheRecordsSay() throws IOException {
    Golden.check(Path.of("ecommerceplatforms.ecommerceplatform.io-v1.yaml"), CrdGenerator.yaml());
  }

  @Test
  void theReferencePageIsWhatTheCrdSays() throws IOException {
    Golden.check(
        Path.of("../docs/reference/api.md"),
        ReferencePage.of(CrdGenerator.tree(), PlatformSpec.class, PlatformStatus.class));
  }
}
