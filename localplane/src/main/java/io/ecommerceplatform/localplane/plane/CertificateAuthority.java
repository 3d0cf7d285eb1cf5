package io.ecommerceplatform.localplane.plane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs the certificates of one plane; in Java, so that no openssl has to be there. */
final class CertificateAuthority {
  private static final X500Name NAME = new X500Name("CN=localplane-ca");
  private static final Duration LIFETIME = Duration.ofDays(3650);

  private final KeyPair keys = PemKeys.ellipticCurve();
  private final SecureRandom random = new SecureRandom();
  private final X509Certificate certificate;

  CertificateAuthority() {
    var usage = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    certificate =
        signed(
            NAME,
            keys,
            builder ->
                builder
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .addExtension(Extension.keyUsage, true, usage));
  }

  Identity itself() {
    return new Identity(certificate, keys);
  }

  /** A certificate for TLS servers that are reached under any of the names. */
  Identity server(String subject, List<String> dnsNames, List<String> addresses) {
    var names =
        java.util.stream.Stream.concat(
                dnsNames.stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                addresses.stream().map(ip -> new GeneralName(GeneralName.iPAddress, ip)))
            .toArray(GeneralName[]::new);
    var usage =
        new ExtendedKeyUsage(
            new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth});
    var pair = PemKeys.ellipticCurve();
    return new Identity(
        signed(
            new X500Name(subject),
            pair,
            builder ->
                builder
                    .addExtension(Extension.extendedKeyUsage, false, usage)
                    .addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names))),
        pair);
  }

  /** A certificate that proves who a client is: the subject's CN is the user, its O the group. */
  Identity client(String subject, KeyPair pair) {
    var usage = new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth);
    return new Identity(
        signed(
            new X500Name(subject),
            pair,
            builder -> builder.addExtension(Extension.extendedKeyUsage, false, usage)),
        pair);
  }

  private X509Certificate signed(X500Name subject, KeyPair pair, Extensions extensions) {
    // An hour back: clocks of containers and their hosts differ.
    var from = Instant.now().minus(Duration.ofHours(1));
    var builder =
        new JcaX509v3CertificateBuilder(
            NAME,
            new BigInteger(63, random),
            Date.from(from),
            Date.from(from.plus(LIFETIME)),
            subject,
            pair.getPublic());
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      return new JcaX509CertificateConverter()
          .getCertificate(extensions.addTo(builder).build(signer));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Extensions {
    X509v3CertificateBuilder addTo(X509v3CertificateBuilder builder) throws IOException;
  }
}
