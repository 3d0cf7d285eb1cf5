package io.ecommerceplatform.aws.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;

/** The clients of one identity in one region, each made when it is first asked for. */
public final class Clients {
  private static final Duration ATTEMPT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 3;

  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();

  private final AwsCredentialsProvider credentials;
  private final Region region;
  private final Transport transport;
  private final ExecutionInterceptor pace;
  private final Optional<URI> endpoint;
  private final int attempts;
  private final Optional<Clients> once;
  private final AtomicReference<String> account = new AtomicReference<>();

  Clients(
      AwsCredentialsProvider credentials,
      String region,
      Transport transport,
      ExecutionInterceptor pace,
      Optional<URI> endpoint) {
    this(
        credentials,
        region,
        transport,
        pace,
        endpoint,
        ATTEMPTS,
        Optional.of(
            new Clients(credentials, region, transport, pace, endpoint, 1, Optional.empty())));
  }

  private Clients(
      AwsCredentialsProvider credentials,
      String region,
      Transport transport,
      ExecutionInterceptor pace,
      Optional<URI> endpoint,
      int attempts,
      Optional<Clients> once) {
    this.credentials = credentials;
    this.region = Region.of(region);
    this.transport = transport;
    this.pace = pace;
    this.endpoint = endpoint;
    this.attempts = attempts;
    this.once = once;
  }

  /**
   * Those that send each call once, as a second one after a lost answer would make another item.
   */
  public Clients once() {
    return once.orElse(this);
  }

  public String region() {
    return region.id();
  }

  /** Id of the account that the credentials lead to; it is asked for once. */
  public String account() {
    if (account.get() == null) {
      account.set(of(StsClient.class, StsClient::builder).getCallerIdentity().account());
    }
    return account.get();
  }

  /** The client of one service: {@code clients.of(SqsClient.class, SqsClient::builder)}. */
  public <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C of(
      Class<C> type, Supplier<B> builder) {
    return type.cast(made.computeIfAbsent(type, t -> build(builder.get())));
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(B builder) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .httpClient(transport.http())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                .scheduledExecutorService(transport.timeouts())
                .retryStrategy(StandardRetryStrategy.builder().maxAttempts(attempts).build())
                .addExecutionInterceptor(pace)
                .build())
        .build();
  }
}
