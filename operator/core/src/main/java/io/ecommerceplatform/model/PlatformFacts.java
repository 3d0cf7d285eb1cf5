package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.messaging.Transport;
import io.ecommerceplatform.api.v1alpha1.security.EmailProvider;
import io.ecommerceplatform.api.v1alpha1.security.EmailSpec;
import io.ecommerceplatform.api.v1alpha1.security.SmtpSpec;
import io.ecommerceplatform.binding.Value;
import io.ecommerceplatform.catalogue.EnvSource;
import io.ecommerceplatform.resource.ItemOutputs;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the sources that are the same for all services.
 *
 * @param name name of the platform
 * @param names service that runs each component, by the component
 */
record PlatformFacts(
    Resolution resolution, String name, Map<String, String> names, SecretNames secrets) {
  /** Where the user service publishes the keys of the tokens that it signs. */
  private static final String JWK_SET_PATH = "/.well-known/jwks.json";

  private static final String USER = "user";
  private static final int SUBMISSION_PORT = 587;

  Transport transport() {
    return ImpliedStores.transport(resolution);
  }

  int managementPort() {
    return resolution.catalogue().common().managementPort();
  }

  /** Address of the service that runs a component; its Service listens on the port of HTTP. */
  Optional<String> url(String component) {
    return Optional.ofNullable(names.get(component)).map(service -> "http://" + service);
  }

  Optional<Value> fact(String group, String key) {
    return switch (group) {
      case "platform" -> plain(platform(key));
      case "auth" -> plain(auth(key));
      case "tracing" -> plain(tracing(key));
      case "email" -> email(key);
      case "jwt" -> Optional.of(secrets.jwt());
      default -> Optional.empty();
    };
  }

  /** An address of what lives in AWS; what is asked for of each kind is one output. */
  Optional<Value> item(EnvSource.Item item) {
    ItemOutputs outputs = resolution.outputs();
    return switch (item.kind()) {
      case "queue" -> plain(outputs.of(AwsQueue.TYPE, item.name(), "url").orElse(null));
      case "topic" -> plain(outputs.of(AwsTopic.TYPE, item.name(), "arn").orElse(null));
      case "table" -> plain(outputs.of(AwsTable.TYPE, item.name(), "name").orElse(null));
      case "stream" -> plain(outputs.of(AwsStream.TYPE, item.name(), "name").orElse(null));
      case "bucket" -> plain(outputs.of(AwsBucket.TYPE, item.name(), "name").orElse(null));
      default -> Optional.empty();
    };
  }

  boolean usesCognito() {
    return new AuthRules(resolution).isByCognito();
  }

  /** Destinations outside that the facts lead a component to: the mail server. */
  List<Egress> egress(String component) {
    boolean sends = component.equals(MailRules.SENDER);
    Optional<Egress> mail =
        smtp().filter(s -> sends).map(s -> new Egress("", List.of(smtpPort(s))));
    return mail.stream().toList();
  }

  private String platform(String key) {
    return switch (key) {
      case "name" -> name;
      case "version" -> resolution.version();
      case "domain" ->
          resolution.spec().domain() == null ? null : resolution.spec().domain().host();
      case "transport" -> transport().name();
      case "region" -> region().orElse(null);
      default -> null; // origins: absent means none
    };
  }

  /** The region in which services find what is theirs. */
  Optional<String> region() {
    return Optional.ofNullable(resolution.spec().aws()).map(aws -> aws.regions().getFirst().name());
  }

  private String auth(String key) {
    if (usesCognito()) {
      return new AuthRules(resolution).facts().get(key);
    }
    return key.equals("jwkSetUri") ? url(USER).map(url -> url + JWK_SET_PATH).orElse(null) : null;
  }

  /** Services send every trace: which ones are kept, the collector decides. */
  private String tracing(String key) {
    if (CollectorRules.tracing(resolution).isEmpty()) {
      return null;
    }
    return switch (key) {
      case "endpoint" -> "http://%s:%d/v1/traces".formatted(Collector.NAME, Collector.PORT);
      case "probability" -> "1";
      default -> null;
    };
  }

  private Optional<SmtpSpec> smtp() {
    EmailSpec email = resolution.spec().email();
    return Optional.ofNullable(email)
        .filter(e -> e.provider() == EmailProvider.SMTP)
        .map(EmailSpec::smtp);
  }

  private static int smtpPort(SmtpSpec smtp) {
    return Resolution.or(smtp.port(), SUBMISSION_PORT);
  }

  private Optional<Value> email(String key) {
    return smtp()
        .flatMap(
            smtp ->
                switch (key) {
                  case "provider" -> plain(EmailProvider.SMTP.name());
                  case "from" -> plain(resolution.spec().email().from());
                  case "host" -> plain(smtp.host());
                  case "port" -> plain(String.valueOf(smtpPort(smtp)));
                  default ->
                      Optional.ofNullable(smtp.secret()).map(s -> new Value.SecretKey(s, key));
                })
        .or(() -> throughSes(key));
  }

  /** Nothing until SES lets the domain send: what nobody may send is kept in the inbox. */
  private Optional<Value> throughSes(String key) {
    return new MailRules(resolution)
        .sender()
        .flatMap(
            from ->
                switch (key) {
                  case "provider" -> plain(EmailProvider.SES.name());
                  case "from" -> plain(from);
                  default -> Optional.empty();
                });
  }

  private static Optional<Value> plain(String text) {
    return Optional.ofNullable(text).map(Value.Plain::new);
  }
}
