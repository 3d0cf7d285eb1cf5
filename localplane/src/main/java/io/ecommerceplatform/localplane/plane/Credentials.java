package io.ecommerceplatform.localplane.plane;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Writes every certificate and key of a plane, and the administrator's kubeconfig. */
record Credentials(PlaneHome home, Ports ports) {

  Path write() throws IOException {
    var authority = new CertificateAuthority();
    write("ca", authority.itself());
    var hosts =
        List.of(
            "localhost",
            "kubernetes",
            "kubernetes.default",
            "kubernetes.default.svc",
            "kubernetes.default.svc.cluster.local");
    write(
        "apiserver",
        authority.server("CN=kube-apiserver", hosts, List.of("127.0.0.1", "10.96.0.1")));
    write("proxy", authority.client("CN=front-proxy", PemKeys.ellipticCurve()));
    var tokens = PemKeys.ellipticCurve();
    writeSecret(home.pki("sa.key"), PemKeys.privatePem(tokens));
    Files.writeString(home.pki("sa.pub"), PemKeys.pem(tokens.getPublic()));
    var admin = authority.client("O=system:masters,CN=kubernetes-admin", PemKeys.rsa());
    var kubeconfig =
        KubeconfigText.withCertificate(
            "https://127.0.0.1:" + ports.apiServer(), authority.itself().certificatePem(), admin);
    writeSecret(home.kubeconfig(), kubeconfig);
    return home.kubeconfig();
  }

  private void write(String name, Identity identity) throws IOException {
    Files.writeString(home.pki(name + ".crt"), identity.certificatePem());
    writeSecret(home.pki(name + ".key"), identity.keyPem());
  }

  /** Readable by its owner only from the first byte on. */
  static void writeSecret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    Files.writeString(file, text);
  }
}
