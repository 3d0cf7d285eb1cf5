package io.ecommerceplatform.kubernetes;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ways in which a container of a store gets a variable. */
final class EnvVars {
  private EnvVars() {}

  static EnvVar value(String name, String value) {
    return new EnvVar(name, value, null);
  }

  static EnvVar secret(String name, String secret, String key) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewSecretKeyRef(key, secret, null)
        .endValueFrom()
        .build();
  }

  static EnvVar config(String name, String configMap, String key) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewConfigMapKeyRef(key, configMap, null)
        .endValueFrom()
        .build();
  }

  /** A field of the pod itself, for example {@code metadata.name}. */
  static EnvVar field(String name, String path) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewFieldRef(null, path)
        .endValueFrom()
        .build();
  }

  /** Both, the second one winning where a name is in both. */
  static List<EnvVar> merge(Collection<EnvVar> base, Collection<EnvVar> over) {
    Map<String, EnvVar> merged = new LinkedHashMap<>();
    base.forEach(e -> merged.put(e.getName(), e));
    over.forEach(e -> merged.put(e.getName(), e));
    return List.copyOf(merged.values());
  }
}
