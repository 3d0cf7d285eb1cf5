package io.ecommerceplatform.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.ManagedKind;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Platforms for tests, resolved from the text of a resource in a cluster that lacks nothing. */
public final class Resolved {
  public static final Catalogue CATALOGUE = CatalogueLoader.load();
  public static final OperatorSettings SETTINGS =
      new OperatorSettings(
          "local",
          "registry.example.com/shop",
          "",
          "1.0.0",
          "alb",
          "velero",
          Map.of("default", AwsIdentity.own()));
  public static final ClusterFacts CLUSTER =
      new ClusterFacts(
          Set.of("gp3", "fixed"),
          Set.of("gp3"),
          "gp3",
          Set.of("alb"),
          ManagedKind.OPTIONAL.stream().map(ManagedKind::id).collect(Collectors.toSet()),
          Map.of());

  private static final YAMLMapper YAML = new YAMLMapper();

  private Resolved() {}

  /** The platform of the fields below {@code spec}. */
  public static Platform spec(String fields) {
    return spec(fields, CLUSTER);
  }

  public static Platform spec(String fields, ClusterFacts cluster) {
    return resource("metadata: {name: shop}\nspec:\n" + fields.indent(2), cluster);
  }

  public static Platform resource(String text, ClusterFacts cluster) {
    return PlatformResolver.resolve(parse(text), CATALOGUE, SETTINGS, cluster);
  }

  /** What the user's side says in the text of a resource. */
  public static UserInputs inputs(String text) {
    return UserInputs.of(parse("metadata: {name: shop}\n" + text), CLUSTER, ItemOutputs.none());
  }

  /** The platform of a resource in a namespace of its own. */
  public static Platform in(String namespace, String text) {
    ECommercePlatform resource = parse(text);
    resource.getMetadata().setNamespace(namespace);
    return PlatformResolver.resolve(resource, CATALOGUE, SETTINGS, CLUSTER);
  }

  public static ECommercePlatform parse(String text) {
    ECommercePlatform resource = Json.typed(tree(text), ECommercePlatform.class);
    resource.getMetadata().setNamespace("shop");
    resource.getMetadata().setUid("00000000-0000-0000-0000-000000000001");
    return resource;
  }

  public static JsonNode tree(String text) {
    try {
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
