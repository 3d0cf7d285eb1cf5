package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.kubernetes.Fingerprints;
import io.ecommerceplatform.kubernetes.KnownCredentials;
import io.ecommerceplatform.resource.AppliedPart;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.Manifest;

/** Lets every workload say what it was made of, so that the next release can leave it as it is. */
final class AppliedParts {
  private AppliedParts() {}

  static Desired noteOn(Desired desired, KnownCredentials credentials) {
    return desired.with(
        desired.objects().stream()
            .map(m -> AppliedPart.isKnownFor(m.ref()) ? noted(m, credentials) : m)
            .toList(),
        desired.held());
  }

  static Manifest noted(Manifest manifest, KnownCredentials credentials) {
    ObjectNode json = manifest.json().deepCopy();
    ObjectNode annotations = json.withObject("/metadata/annotations");
    annotations.put(AppliedPart.ANNOTATION, AppliedPart.of(manifest).text());
    String proofs = credentials.proofs(Fingerprints.in(json.at("/spec/template")));
    if (!proofs.isEmpty()) {
      annotations.put(KnownCredentials.PROOFS, proofs);
    }
    return new Manifest(json);
  }
}
