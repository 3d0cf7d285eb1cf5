package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;

/** What faces the internet. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EdgeSpec(
    @JsonPropertyDescription("The application load balancer.") IngressSpec ingress,
    @JsonPropertyDescription("Lowest TLS version, 1.2 or 1.3, of load balancer and CDN.")
        @Size(min = 3, max = 3)
        @Pattern(Patterns.TLS_VERSION)
        String minimumTls,
    @JsonPropertyDescription("A network load balancer for TCP.")
        NetworkLoadBalancerSpec networkLoadBalancer,
    @JsonPropertyDescription("CloudFront.") CdnSpec cdn,
    @JsonPropertyDescription("Static site on S3 behind CloudFront. Then web runs no pods.")
        FrontendSpec frontend,
    @JsonPropertyDescription("Web application firewall.") WafSpec waf) {}
