package io.ecommerceplatform.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.catalogue.ProfileDefaults;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;

/** The resource as if somebody had typed every default of its profile. */
public final class EffectiveResource {
  private EffectiveResource() {}

  /** The resource with what the platform was resolved to; fields that are set stay as they are. */
  public static JsonNode of(JsonNode resource, Platform platform) {
    ObjectNode effective = resource.deepCopy();
    effective.remove("status");
    if (effective.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove("managedFields");
    }
    Filling spec = new Filling(effective.withObjectProperty("spec"));
    ProfileDefaults defaults = CatalogueLoader.load().profile(platform.profile().name());
    spec.put("mode", platform.mode().name()).put("version", platform.version());
    spec.in("messaging").put("transport", defaults.messaging().transport());
    spec.in("secrets")
        .put("store", defaults.secrets().store())
        .putPositive("rotationDays", defaults.secrets().rotationDays());
    spec.in("encryption").put("kms", defaults.encryption().kms());
    spec.in("edge").put("minimumTls", defaults.edge().minimumTls());
    platform.services().forEach(s -> service(spec.item("services", s.name()), s));
    new EffectiveStores(spec, defaults).fill(platform);
    return effective;
  }

  private static void service(Filling fields, ResolvedService service) {
    fields.put("component", service.component());
    image(fields.in("image"), service.image());
    fields.put("port", service.port());
    fields
        .in("scaling")
        .put("minReplicas", service.scaling().min())
        .put("maxReplicas", service.scaling().max())
        .putPositive("cpuPercent", service.scaling().cpuPercent())
        .putPositive("memoryPercent", service.scaling().memoryPercent());
    EffectiveStores.resources(fields, service.resources());
    if (!service.placement().isAny()) {
      fields
          .in("placement")
          .put("pool", service.placement().pool())
          .put("spot", service.placement().spot());
    }
    service
        .expose()
        .ifPresent(
            e ->
                fields
                    .in("expose")
                    .put("path", e.path())
                    .putPositive("stickySeconds", e.stickySeconds()));
    fields.put("uses", service.stores().stream().map(EffectiveStores::usedName).toList());
    fields.in("rollout").put("strategy", service.strategy());
  }

  private static void image(Filling fields, String reference) {
    int digest = reference.indexOf('@');
    String tagged = digest < 0 ? reference : reference.substring(0, digest);
    int tag = tagged.indexOf(':', tagged.lastIndexOf('/') + 1);
    fields.put("repository", tag < 0 ? tagged : tagged.substring(0, tag));
    fields.put("tag", tag < 0 ? "" : tagged.substring(tag + 1));
    fields.put("digest", digest < 0 ? "" : reference.substring(digest + 1));
  }
}
