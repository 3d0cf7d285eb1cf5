package io.ecommerceplatform.binding;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects variables; a later one of the same name takes the place of an earlier one. */
public final class EnvironmentBuilder {
  private final SortedMap<String, String> config = new TreeMap<>();
  private final Map<String, EnvVar> env = new LinkedHashMap<>();

  public EnvironmentBuilder put(String name, Value value) {
    remove(name);
    switch (value) {
      case Value.Plain(String text) -> plain(name, text);
      case Value.SecretKey key -> env.put(name, reference(name, key));
      case Value.Composed composed -> env.put(name, new EnvVar(name, expand(name, composed), null));
    }
    return this;
  }

  public Environment build() {
    SortedSet<String> secrets = new TreeSet<>();
    env.values().stream()
        .filter(v -> v.getValueFrom() != null)
        .forEach(v -> secrets.add(v.getValueFrom().getSecretKeyRef().getName()));
    return new Environment(config, List.copyOf(env.values()), secrets);
  }

  private void remove(String name) {
    config.remove(name);
    env.remove(name);
  }

  private void plain(String name, String text) {
    if (text.contains("$(")) {
      env.put(name, new EnvVar(name, text, null)); // only the env of a container is expanded
    } else {
      config.put(name, text);
    }
  }

  private String expand(String name, Value.Composed composed) {
    String text = composed.text();
    for (Map.Entry<String, Value.SecretKey> part : new TreeMap<>(composed.parts()).entrySet()) {
      text = text.replace("{" + part.getKey() + "}", "$(" + variable(name, part) + ")");
    }
    return text;
  }

  /** The variable that holds the part already, or a new one beside the composed one. */
  private String variable(String name, Map.Entry<String, Value.SecretKey> part) {
    for (EnvVar existing : env.values()) {
      if (reference(existing.getName(), part.getValue()).equals(existing)) {
        return existing.getName();
      }
    }
    String own = name + "_" + part.getKey().toUpperCase(Locale.ROOT);
    env.put(own, reference(own, part.getValue()));
    return own;
  }

  private static EnvVar reference(String name, Value.SecretKey key) {
    return new EnvVarBuilder()
        .withName(name)
        .withNewValueFrom()
        .withNewSecretKeyRef()
        .withName(key.secret())
        .withKey(key.key())
        .endSecretKeyRef()
        .endValueFrom()
        .build();
  }
}
