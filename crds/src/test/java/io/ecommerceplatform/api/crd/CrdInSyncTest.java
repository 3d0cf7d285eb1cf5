package io.ecommerceplatform.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.api.v1alpha1.PlatformSpec;
import io.ecommerceplatform.api.v1alpha1.PlatformStatus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CrdInSyncTest {
  private static final String CRD = "ecommerceplatforms.ecommerceplatform.io-v1.yaml";

  @Test
  void theCommittedCrdIsWhatTheRecordsSay() throws IOException {
    Golden.check(Path.of(CRD), CrdGenerator.yaml());
  }

  /** The operator and the command line install it from here. */
  @Test
  void theJarCarriesTheCrd() {
    assertThat(ECommercePlatform.class.getResource("/crds/" + CRD)).isNotNull();
  }

  @Test
  void theReferencePageIsWhatTheCrdSays() throws IOException {
    Golden.check(
        Path.of("../docs/reference/api.md"),
        ReferencePage.of(CrdGenerator.tree(), PlatformSpec.class, PlatformStatus.class));
  }
}
