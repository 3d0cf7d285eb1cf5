package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Host name of the shop. */
@ValidationRule(
    value =
        "!has(self.hostedZone) || self.host == self.hostedZone || self.host.endsWith('.' + "
            + "self.hostedZone)",
    messageExpression =
        "'domain.host: %s is not in the zone %s'.format([self.host, self.hostedZone])")
@ValidationRule(
    value = "!has(self.originHost) || self.originHost != self.host",
    message = "domain.originHost: must differ from host, which leads to CloudFront")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record DomainSpec(
    @JsonPropertyDescription("Host name of the shop, such as shop.example.com.")
        @Required
        @Size(min = 1, max = 253)
        @Pattern(Patterns.HOST)
        String host,
    @JsonPropertyDescription(
            "Route 53 zone where records are written. Absent: records are somebody else's "
                + "(ExternalDNS or by hand).")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.HOST)
        String hostedZone,
    @JsonPropertyDescription("Certificate of the host.") CertificateSpec certificate,
    @JsonPropertyDescription(
            "Host name of the load balancer as CloudFront's origin. The certificate covers it too.")
        @Size(min = 1, max = 253)
        @Pattern(Patterns.HOST)
        String originHost) {}
