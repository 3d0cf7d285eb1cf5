package io.ecommerceplatform.api.v1alpha1.edge;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.ecommerceplatform.api.v1alpha1.common.Patterns;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** What faces the internet. */
@ValidationRule(
    value =
        "!has(self.ingress) || !has(self.ingress.access) || self.ingress.access != 'CdnOnly' "
            + "|| has(self.cdn)",
    message = "edge.ingress.access: CdnOnly lets only CloudFront in: add edge.cdn or use Public")
@ValidationRule(
    value = "!has(self.frontend) || has(self.cdn)",
    message = "edge.frontend: a static site on S3 is served by CloudFront: add edge.cdn")
@ValidationRule(
    value =
        "!has(self.waf) || !has(self.waf.attachTo) || !('CloudFront' in self.waf.attachTo) "
            + "|| has(self.cdn)",
    message = "edge.waf.attachTo: CloudFront is not there: add edge.cdn or use LoadBalancer")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record EdgeSpec(
    @JsonPropertyDescription("The application load balancer.") IngressSpec ingress,
    @JsonPropertyDescription("Lowest TLS version, 1.2 or 1.3, of load balancer and CDN.")
        @Size(min = 3, max = 3)
        @Pattern(Patterns.TLS_VERSION)
        String minimumTls,
    @JsonPropertyDescription("Network load balancers for TCP.")
        NetworkLoadBalancerSpec networkLoadBalancer,
    @JsonPropertyDescription("CloudFront.") CdnSpec cdn,
    @JsonPropertyDescription("Static site on S3 behind CloudFront. Then web runs no pods.")
        FrontendSpec frontend,
    @JsonPropertyDescription("Web application firewall.") WafSpec waf) {}
