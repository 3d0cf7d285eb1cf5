package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.operator.process.Await;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stands in for Strimzi: its definitions, and the statuses that its operator would write.
 *
 * @param admin a client that may do all
 * @param namespace where Kafka is
 */
record StrimziActor(KubernetesClient admin, String namespace) {
  private static final String API = "kafka.strimzi.io/v1";
  private static final Path DEFINITIONS = Path.of(System.getProperty("strimzi.definitions"));
  private static final List<String> KINDS =
      List.of("Kafka", "KafkaNodePool", "KafkaTopic", "KafkaUser");

  void install() throws IOException {
    for (String kind : KINDS) {
      try (InputStream yaml = Files.newInputStream(DEFINITIONS.resolve(kind + ".yaml"))) {
        for (HasMetadata definition : admin.load(yaml).items()) {
          admin.resource(definition).serverSideApply();
        }
      }
    }
  }

  void uninstall() throws IOException {
    for (String kind : KINDS) {
      try (InputStream yaml = Files.newInputStream(DEFINITIONS.resolve(kind + ".yaml"))) {
        admin.load(yaml).delete();
      }
    }
    Await.until("definitions gone", () -> installed().isEmpty(), () -> installed().toString());
  }

  private List<String> installed() {
    return admin.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
        .map(CustomResourceDefinition::getMetadata)
        .map(m -> m.getName())
        .filter(name -> name.endsWith(".kafka.strimzi.io"))
        .toList();
  }

  List<String> names(String kind) {
    return list(kind).stream().map(o -> o.getMetadata().getName()).sorted().toList();
  }

  /** The resourceVersions of the objects of some kinds. */
  Map<String, String> versions(String... kinds) {
    Map<String, String> versions = new TreeMap<>();
    for (String kind : kinds) {
      list(kind)
          .forEach(
              o ->
                  versions.put(
                      kind + "/" + o.getMetadata().getName(),
                      o.getMetadata().getResourceVersion()));
    }
    return versions;
  }

  GenericKubernetesResource get(String kind, String name) {
    return resources(kind).inNamespace(namespace).withName(name).get();
  }

  int poolSize(String name) {
    return get("KafkaNodePool", name).<Integer>get("spec", "replicas");
  }

  String poolCpu(String name) {
    return get("KafkaNodePool", name).get("spec", "resources", "requests", "cpu");
  }

  /** Edits as a person would. */
  void edits(String kind, String name, String patch) {
    resources(kind)
        .inNamespace(namespace)
        .withName(name)
        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
  }

  OwnerReference asOwner(String kind, String name) {
    return new OwnerReferenceBuilder()
        .withApiVersion(API)
        .withKind(kind)
        .withName(name)
        .withUid(get(kind, name).getMetadata().getUid())
        .build();
  }

  /** What the User Operator does: a Secret for every user, with the labels of the user. */
  void makesUsers(String password) {
    for (GenericKubernetesResource user : list("KafkaUser")) {
      String name = user.getMetadata().getName();
      String login =
          "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\""
              + " password=\"%s\";";
      Secret secret =
          new SecretBuilder()
              .withNewMetadata()
              .withName(name)
              .withNamespace(namespace)
              .withLabels(user.getMetadata().getLabels())
              .withOwnerReferences(asOwner("KafkaUser", name))
              .endMetadata()
              .addToStringData("password", password)
              .addToStringData("sasl.jaas.config", login.formatted(name, password))
              .build();
      admin.resource(secret).forceConflicts().serverSideApply();
      reportReady(user);
    }
  }

  /** What Strimzi says when brokers and topics are as they should be; users are told as made. */
  void reportsReady() {
    for (String kind : List.of("Kafka", "KafkaTopic")) {
      list(kind).forEach(this::reportReady);
    }
  }

  /** What Strimzi says of what it cannot make. */
  void refuses(String kind, String name, String why) {
    report(
        get(kind, name),
        Map.of("type", "NotReady", "status", "True", "reason", "Refused", "message", why));
  }

  private void reportReady(GenericKubernetesResource object) {
    report(object, Map.of("type", "Ready", "status", "True"));
  }

  private void report(GenericKubernetesResource object, Map<String, String> condition) {
    object.setAdditionalProperty(
        "status",
        Map.of(
            "observedGeneration",
            object.getMetadata().getGeneration(),
            "conditions",
            List.of(condition)));
    resources(object.getKind()).inNamespace(namespace).resource(object).patchStatus();
  }

  // told, not discovered: the client would remember that the kind is not there
  private MixedOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      resources(String kind) {
    return admin.genericKubernetesResources(
        new ResourceDefinitionContext.Builder()
            .withGroup("kafka.strimzi.io")
            .withVersion("v1")
            .withKind(kind)
            .withPlural(kind.toLowerCase(Locale.ROOT) + "s")
            .withNamespaced(true)
            .build());
  }

  private List<GenericKubernetesResource> list(String kind) {
    try {
      return resources(kind).inNamespace(namespace).list().getItems();
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return List.of(); // an API server serves a definition a moment after it took it
      }
      throw e;
    }
  }
}
