package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Revision;
import java.util.List;
import java.util.Map;

/** The wanted revision of every service: what its pods are made of, and nothing else. */
public final class Revisions {
  private Revisions() {}

  /** Revisions of all services; unknown while a Secret or something to connect to is missing. */
  public static List<Revision> of(Platform platform, SecretFingerprints fingerprints) {
    return platform.services().stream().map(s -> of(platform, s, fingerprints)).toList();
  }

  static Revision of(Platform platform, ResolvedService service, SecretFingerprints fingerprints) {
    boolean known =
        service.waitsFor().isEmpty()
            && service.secrets().stream().allMatch(s -> fingerprints.of(s).isPresent());
    return new Revision(service.name(), known ? hash(platform, service, fingerprints) : "");
  }

  /** The colour is no part of it: the same content is the same revision in either one. */
  private static String hash(
      Platform platform, ResolvedService service, SecretFingerprints fingerprints) {
    ServicePodTemplate template = new ServicePodTemplate(platform, service, Color.blue);
    return Json.hash(
        Map.of(
            "template", Json.tree(template.anonymous(fingerprints)),
            "config", service.config()));
  }
}
