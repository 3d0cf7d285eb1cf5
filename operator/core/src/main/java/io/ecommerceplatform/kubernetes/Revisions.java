package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wanted revision of every service: what its pods are made of, and nothing else. */
public final class Revisions {
  private final Map<String, Revision> byService;

  private Revisions(Map<String, Revision> byService) {
    this.byService = byService;
  }

  /** Revisions of all services; unknown while a Secret or something to connect to is missing. */
  public static Revisions of(Platform platform, SecretFingerprints fingerprints) {
    Map<String, Revision> revisions = new LinkedHashMap<>();
    for (ResolvedService service : platform.services()) {
      revisions.put(service.name(), of(platform, service, fingerprints));
    }
    return new Revisions(revisions);
  }

  public List<Revision> all() {
    return List.copyOf(byService.values());
  }

  Revision of(ResolvedService service) {
    return byService.get(service.name());
  }

  private static Revision of(
      Platform platform, ResolvedService service, SecretFingerprints fingerprints) {
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
