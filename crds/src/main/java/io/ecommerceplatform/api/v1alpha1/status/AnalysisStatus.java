package io.ecommerceplatform.api.v1alpha1.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** Analyses of one attempt. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnalysisStatus(
    @JsonPropertyDescription("Before traffic moves.") AnalysisRunStatus prePromotion,
    @JsonPropertyDescription("While traffic moves.") AnalysisRunStatus background,
    @JsonPropertyDescription("After traffic moved.") AnalysisRunStatus postPromotion) {}
