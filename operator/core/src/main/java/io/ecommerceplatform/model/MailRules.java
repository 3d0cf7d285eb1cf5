package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.security.EmailProvider;
import io.ecommerceplatform.api.v1alpha1.security.EmailSpec;
import java.util.Locale;
import java.util.Optional;

/** Mail that goes through SES. */
record MailRules(Resolution resolution) {
  /** The bundled component that sends it. */
  static final String SENDER = "notification";

  Optional<AwsMail> mail() {
    return spec()
        .map(email -> email.from().substring(email.from().lastIndexOf('@') + 1))
        .map(domain -> new AwsMail(domain.toLowerCase(Locale.ROOT)));
  }

  /** The sender's address, as soon as SES lets it send. */
  Optional<String> sender() {
    return resolution
        .outputs()
        .of(AwsMail.TYPE, AwsMail.NAME, AwsMail.VERIFIED)
        .flatMap(domain -> spec())
        .map(EmailSpec::from);
  }

  /** Who may send. */
  boolean isSender(WantedService client) {
    return mail().isPresent()
        && client.component().filter(component -> component.name().equals(SENDER)).isPresent();
  }

  private Optional<EmailSpec> spec() {
    return Optional.ofNullable(resolution.spec().email())
        .filter(email -> email.provider() == EmailProvider.SES)
        .filter(email -> resolution.spec().aws() != null);
  }
}
