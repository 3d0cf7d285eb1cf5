package io.ecommerceplatform.aws.client;

import io.ecommerceplatform.model.AwsIdentity;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/** The clients of each identity in each region; endpoints and own credentials as the SDK finds. */
public final class Accounts {
  private static final String SESSION = "ecommerce-platform-operator";

  private final Map<String, AwsIdentity> identities;
  private final Transport transport = Transport.open();
  private final AwsCredentialsProvider own;
  private final Optional<URI> endpoint;
  private final Map<String, Clients> clients = new ConcurrentHashMap<>();
  private final Map<String, AwsCredentialsProvider> credentials = new ConcurrentHashMap<>();
  private final Map<String, String> accounts = new ConcurrentHashMap<>();

  /** Own credentials and endpoints as the SDK finds them in the environment. */
  public static Accounts ofThisProcess(Map<String, AwsIdentity> identities) {
    return new Accounts(identities, DefaultCredentialsProvider.builder().build(), Optional.empty());
  }

  public Accounts(
      Map<String, AwsIdentity> identities, AwsCredentialsProvider own, Optional<URI> endpoint) {
    this.identities = Map.copyOf(identities);
    this.own = own;
    this.endpoint = endpoint;
  }

  public Clients of(String identity, String region) {
    return clients.computeIfAbsent(
        identity + "@" + region,
        key -> new Clients(credentials(identity, region), region, transport, new Pace(), endpoint));
  }

  /** Id of the account that an identity leads to; one call, once. */
  public String account(String identity, String region) {
    return accounts.computeIfAbsent(identity, i -> of(identity, region).account());
  }

  /** For messages: who it is that may not do something. */
  public String shown(String identity) {
    return Optional.ofNullable(identities.get(identity))
        .flatMap(AwsIdentity::roleArn)
        .orElse("the operator's own role");
  }

  private AwsCredentialsProvider credentials(String identity, String region) {
    AwsIdentity mapped = identities.get(identity);
    if (mapped == null || mapped.roleArn().isEmpty()) {
      return own;
    }
    return credentials.computeIfAbsent(identity, i -> assumed(mapped, region));
  }

  private AwsCredentialsProvider assumed(AwsIdentity identity, String region) {
    StsClient sts =
        new Clients(own, region, transport, new Pace(), endpoint)
            .of(StsClient.class, StsClient::builder);
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(
            request ->
                request
                    .roleArn(identity.roleArn().orElseThrow())
                    .roleSessionName(SESSION)
                    .externalId(identity.externalId().orElse(null)))
        .build();
  }
}
