package io.ecommerceplatform.localplane.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
  private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

  private final CertificateAuthority authority = new CertificateAuthority();

  @Test
  void serverCertificateCarriesItsNames() throws Exception {
    var server = authority.server("CN=server", List.of("localhost"), List.of("127.0.0.1"));

    assertThat(server.certificate().getSubjectAlternativeNames())
        .containsExactly(List.of(2, "localhost"), List.of(7, "127.0.0.1"));
    assertThat(server.certificate().getExtendedKeyUsage()).contains(SERVER_AUTH);
    assertSignedByAuthority(server);
  }

  @Test
  void clientCertificateNamesUserAndGroup() throws Exception {
    var admin = authority.client("O=system:masters,CN=kubernetes-admin", PemKeys.rsa());

    assertThat(admin.certificate().getSubjectX500Principal().getName())
        .contains("CN=kubernetes-admin", "O=system:masters");
    assertThat(admin.certificate().getExtendedKeyUsage()).containsExactly(CLIENT_AUTH);
    assertThat(admin.keyPem()).startsWith("-----BEGIN PRIVATE KEY-----");
    assertSignedByAuthority(admin);
  }

  @Test
  void onlyTheAuthorityMaySign() {
    assertThat(authority.itself().certificate().getBasicConstraints()).isNotNegative();
    assertThat(authority.client("CN=x", PemKeys.ellipticCurve()).certificate())
        .satisfies(client -> assertThat(client.getBasicConstraints()).isEqualTo(-1));
  }

  private void assertSignedByAuthority(Identity identity) {
    assertThatCode(() -> identity.certificate().verify(authority.itself().keys().getPublic()))
        .doesNotThrowAnyException();
  }
}
