package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Certificate of the host. */
@ValidationRule(
    value = "(self.source == 'CertManager') == has(self.issuer)",
    message = "domain.certificate: CertManager needs an issuer, and only CertManager has one")
@ValidationRule(
    value = "!has(self.issuerKind) || has(self.issuer)",
    message = "domain.certificate.issuerKind: belongs to an issuer")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CertificateSpec(
    @JsonPropertyDescription(
            "ACM: requested and validated by DNS; Existing: found in ACM by the host name; "
                + "CertManager: issued in the cluster into the Secret <platform>-tls.")
        @Required
        CertificateSource source,
    @JsonPropertyDescription("Name of the cert-manager issuer. Only with CertManager.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.SUBDOMAIN)
        String issuer,
    @JsonPropertyDescription("Issuer or ClusterIssuer. Absent: ClusterIssuer.")
        IssuerKind issuerKind) {}
