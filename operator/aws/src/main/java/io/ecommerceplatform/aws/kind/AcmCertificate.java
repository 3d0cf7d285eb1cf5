package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCdn;
import io.ecommerceplatform.model.AwsCertificate;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.acm.AcmClient;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateStatus;
import software.amazon.awssdk.services.acm.model.DomainStatus;
import software.amazon.awssdk.services.acm.model.DomainValidation;
import software.amazon.awssdk.services.acm.model.ResourceNotFoundException;
import software.amazon.awssdk.services.acm.model.Tag;
import software.amazon.awssdk.services.acm.model.ValidationMethod;

/**
 * Certificates that ACM issues and renews after it has seen a DNS record for each host. ACM knows
 * them by ids, and the token of a request for an hour only: which one is ours its tags say.
 */
public final class AcmCertificate implements AwsKind<AcmCertificate.Settings> {
  public static final ItemType TYPE = type(AwsCertificate.TYPE);

  /** Those in the region that CloudFront takes them from, of platforms that live elsewhere. */
  public static final ItemType GLOBAL_TYPE = type(AwsCertificate.GLOBAL_TYPE).global();

  // both load balancers and CloudFront take it, and a list of certificates shows it unasked
  private static final String KEY_ALGORITHM = "RSA_2048";

  /**
   * Its fields, named as ACM names them.
   *
   * @param subjectAlternativeNames sorted, with the domain name
   */
  public record Settings(
      String domainName,
      List<String> subjectAlternativeNames,
      String validationMethod,
      String keyAlgorithm) {}

  private final ItemType type;

  /** One of the two types. */
  public AcmCertificate(ItemType type) {
    this.type = type;
  }

  private static ItemType type(String name) {
    return ItemType.of(name, Identity.TAG, 253)
        .with("domainName", FieldRule.REPLACE)
        .with("subjectAlternativeNames", FieldRule.REPLACE)
        .with("validationMethod", FieldRule.REPLACE)
        .with("keyAlgorithm", FieldRule.REPLACE);
  }

  /** Name of the record that ACM wants to see for a host. */
  static Reference recordName(Aws aws, AwsCertificate certificate, String host) {
    return Reference.to(TYPE, aws.region(), certificate.name(), nameOutput(host));
  }

  /** Value of the record that ACM wants to see for a host. */
  static Reference recordValue(Aws aws, AwsCertificate certificate, String host) {
    return Reference.to(TYPE, aws.region(), certificate.name(), valueOutput(host));
  }

  private static String nameOutput(String host) {
    return "recordName[" + host + "]";
  }

  private static String valueOutput(String host) {
    return "recordValue[" + host + "]";
  }

  @Override
  public ItemType type() {
    return type;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "acm:ListCertificates",
        "acm:DescribeCertificate",
        "acm:ListTagsForCertificate",
        "acm:RequestCertificate",
        "acm:AddTagsToCertificate",
        "acm:DeleteCertificate");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    Optional<AwsCertificate> wanted =
        type.isGlobal()
            ? aws.edge().cdn().flatMap(AwsCdn::certificate).filter(AcmCertificate::isGlobal)
            : aws.edge().certificate();
    return wanted.stream()
        .map(
            certificate ->
                Wish.of(
                    certificate.name(),
                    AwsCertificate.PATH,
                    certificate.hosts().getFirst(),
                    new Settings(
                        certificate.hosts().getFirst(),
                        certificate.hosts().stream().sorted().toList(),
                        ValidationMethod.DNS.toString(),
                        KEY_ALGORITHM)))
        .toList();
  }

  private static boolean isGlobal(AwsCertificate certificate) {
    return certificate.name().startsWith(AwsCertificate.GLOBAL);
  }

  /** In one region both types see all certificates; their names tell whose business one is. */
  private boolean isMine(Found<Settings> found) {
    String item = found.tags().getOrDefault(ItemOwner.ITEM, "");
    return !item.isEmpty() && item.startsWith(AwsCertificate.GLOBAL) == type.isGlobal();
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows neither tags nor records
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    AcmClient acm = client(clients);
    return acm.listCertificatesPaginator(request -> {}).certificateSummaryList().stream()
        .filter(
            summary ->
                interest.has(summary.domainName()) || interest.has(id(summary.certificateArn())))
        .flatMap(summary -> read(acm, summary.certificateArn()).stream())
        .filter(this::isMine)
        .toList();
  }

  private static Optional<Found<Settings>> read(AcmClient acm, String arn) {
    try {
      CertificateDetail certificate =
          acm.describeCertificate(request -> request.certificateArn(arn)).certificate();
      Map<String, String> tags =
          acm.listTagsForCertificate(request -> request.certificateArn(arn)).tags().stream()
              .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
      return Optional.of(
          Found.of(
              id(arn),
              arn,
              settings(certificate),
              tags,
              health(certificate),
              outputs(certificate)));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  private static Settings settings(CertificateDetail certificate) {
    return new Settings(
        certificate.domainName(),
        certificate.subjectAlternativeNames().stream().sorted().toList(),
        certificate.domainValidationOptions().stream()
            .map(DomainValidation::validationMethodAsString)
            .findFirst()
            .orElse(null),
        // a list says RSA_2048 and a description RSA-2048
        certificate.keyAlgorithmAsString().replace('-', '_'));
  }

  private static ItemHealth health(CertificateDetail certificate) {
    return switch (certificate.status()) {
      case ISSUED -> new ItemHealth.Ready();
      case PENDING_VALIDATION -> new ItemHealth.Progressing(missing(certificate));
      default ->
          new ItemHealth.Failed(
              "ACM says %s%s; delete it there, and another one is asked for: aws acm delete-certificate --certificate-arn %s"
                  .formatted(
                      certificate.statusAsString(),
                      certificate.failureReason() == null
                          ? ""
                          : " (" + certificate.failureReasonAsString() + ")",
                      certificate.certificateArn()));
    };
  }

  /** The first record that ACM has not seen; who owns the zone has to write it. */
  private static String missing(CertificateDetail certificate) {
    return certificate.domainValidationOptions().stream()
        .filter(option -> option.validationStatus() != DomainStatus.SUCCESS)
        .filter(option -> option.resourceRecord() != null)
        .findFirst()
        .map(
            option ->
                "ACM waits for the DNS record %s %s %s; write it, unless spec.domain.hostedZone has the operator do so"
                    .formatted(
                        option.resourceRecord().name(),
                        option.resourceRecord().typeAsString(),
                        option.resourceRecord().value()))
        .orElse("is being issued");
  }

  private static Map<String, String> outputs(CertificateDetail certificate) {
    Map<String, String> outputs = new HashMap<>();
    outputs.put("arn", certificate.certificateArn());
    if (certificate.status() == CertificateStatus.ISSUED) {
      outputs.put(AwsCertificate.ISSUED, certificate.certificateArn());
    }
    certificate.domainValidationOptions().stream()
        .filter(option -> option.resourceRecord() != null)
        .forEach(
            option -> {
              String name = Route53Zone.plain(option.resourceRecord().name());
              outputs.put(nameOutput(option.domainName()), name);
              outputs.put(valueOutput(option.domainName()), option.resourceRecord().value());
            });
    return outputs;
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .requestCertificate(
            request ->
                request
                    .domainName(settings.domainName())
                    .subjectAlternativeNames(settings.subjectAlternativeNames())
                    .validationMethod(settings.validationMethod())
                    .keyAlgorithm(settings.keyAlgorithm())
                    .idempotencyToken(creation.token())
                    .tags(tags(creation.tags())));
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    throw new UnsupportedOperationException("nothing of a certificate changes in place");
  }

  /** ACM keeps one that a load balancer still uses, and says so until it has the next one. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteCertificate(request -> request.certificateArn(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients)
        .addTagsToCertificate(request -> request.certificateArn(found.id()).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static AcmClient client(Clients clients) {
    return clients.of(AcmClient.class, AcmClient::builder);
  }

  private static String id(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }
}
