package io.ecommerceplatform.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.GeneratedSecret;
import io.ecommerceplatform.resource.Held;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.Manifest;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import io.ecommerceplatform.resource.Owner;
import io.ecommerceplatform.resource.PodView;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Owner OWNER = new Owner("local", "shop", "shop");
  private static final String MANAGER = "ecommerce-platform-operator";
  private static final String METADATA =
      """
      metadata:
        name: order
        namespace: shop
        uid: u-1
        labels:
          ecommerceplatform.io/installation: local
          ecommerceplatform.io/namespace: shop
          ecommerceplatform.io/platform: shop
      """;
  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      """
          + METADATA
          + """
          spec:
            replicas: 2
            template:
              spec:
                containers:
                - name: order
                  image: shop/order:1
                  env:
                  - {name: A, value: "1"}
          """;

  @Test
  void createsWhatIsAbsent() {
    Plan plan = plan(desired(DEPLOYMENT), observed());
    assertThat(plan.of(Operation.CREATE))
        .extracting(a -> a.ref().id())
        .containsExactly("Deployment/order");
    assertThat(plan.summary()).isEqualTo("+1 ~0 -0");
  }

  @Test
  void sendsNothingWhenLiveContainsDesired() {
    String live =
        DEPLOYMENT.replace(
                "image: shop/order:1", "image: shop/order:1\n        imagePullPolicy: Always")
            + "status: {replicas: 2}\n";
    assertThat(plan(desired(DEPLOYMENT), observed(live)).isEmpty()).isTrue();
  }

  @Test
  void namesTheChangedFieldByTheKeyOfItsListItem() {
    Plan plan = plan(desired(DEPLOYMENT.replace("order:1", "order:2")), observed(DEPLOYMENT));
    assertThat(plan.of(Operation.UPDATE).getFirst().changes())
        .extracting(FieldChange::path)
        .containsExactly("spec.template.spec.containers[order].image");
    assertThat(PlanText.render(plan)).contains("\"shop/order:1\" → \"shop/order:2\"");
  }

  @Test
  void removesAVariableThatWeOwnAndNoLongerWant() {
    String live =
        DEPLOYMENT
            .replace("metadata:\n", "metadata:\n" + managed(MANAGER, "Apply", ""))
            .replace(
                "- {name: A, value: \"1\"}",
                "- {name: A, value: \"1\"}\n        - {name: B, value: \"2\"}");
    Plan plan = plan(desired(DEPLOYMENT), observed(live));
    assertThat(plan.of(Operation.UPDATE).getFirst().changes())
        .extracting(FieldChange::path)
        .containsExactly("spec.template.spec.containers[order].env[B]");
  }

  @Test
  void carriesTheNumberOfReplicasUntilTheAutoscalerOwnsIt() {
    String wanted = DEPLOYMENT.replace("  replicas: 2\n", "").replace("order:1", "order:2");
    String ours = DEPLOYMENT.replace("metadata:\n", "metadata:\n" + managed(MANAGER, "Apply", ""));
    Action update = plan(desired(wanted), observed(ours)).of(Operation.UPDATE).getFirst();
    assertThat(update.manifest().orElseThrow().json().at("/spec/replicas").asInt()).isEqualTo(2);
    assertThat(update.changes())
        .extracting(FieldChange::path)
        .contains("spec.template.spec.containers[order].image")
        .doesNotContain("spec.replicas");

    Action handedOver = plan(desired(wanted), observed(DEPLOYMENT)).of(Operation.UPDATE).getFirst();
    assertThat(handedOver.manifest().orElseThrow().json().at("/spec/replicas").isMissingNode())
        .isTrue();
  }

  @Test
  void wakesAnAutoscaledDeploymentThatSomebodyScaledToZero() {
    String wanted = DEPLOYMENT.replace("  replicas: 2\n", "");
    assertThat(plan(desired(wanted), observed(DEPLOYMENT)).isEmpty()).isTrue();
    Plan plan = plan(desired(wanted), observed(DEPLOYMENT.replace("replicas: 2", "replicas: 0")));
    assertThat(PlanText.render(plan)).contains("spec.replicas: 0 → 1");
  }

  @Test
  void leavesWhatAnotherManagerOwns() {
    String live =
        DEPLOYMENT
            .replace("metadata:\n", "metadata:\n" + managed("kubectl", "Apply", ""))
            .replace(
                "- {name: A, value: \"1\"}",
                "- {name: A, value: \"1\"}\n        - {name: B, value: \"2\"}");
    assertThat(plan(desired(DEPLOYMENT), observed(live)).isEmpty()).isTrue();
  }

  @Test
  void doesNotPruneWhatAnotherControllerMadeAndLabelledLikeOurs() {
    String made = DEPLOYMENT.replace("metadata:\n", "metadata:\n  ownerReferences: [%s]\n");
    Desired nothing = Desired.nothing();

    assertThat(plan(nothing, observed(made.formatted("{kind: Kafka, name: kafka}"))).isEmpty())
        .isTrue();
    assertThat(plan(nothing, observed(made.formatted("{kind: ECommercePlatform}"))).isEmpty())
        .isFalse();
    assertThat(plan(nothing, observed(made.formatted(""))).isEmpty()).isFalse();
  }

  @Test
  void atomicListsAreComparedAsAWhole() {
    String policy =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
            + METADATA
            + "spec:\n  ingress:\n  - ports: [{port: 80, protocol: TCP}]\n";
    String more = policy + "  - ports: [{port: 81, protocol: TCP}]\n";
    assertThat(plan(desired(policy), observed(policy)).isEmpty()).isTrue();
    assertThat(plan(desired(policy), observed(more)).of(Operation.UPDATE).getFirst().changes())
        .extracting(FieldChange::path)
        .containsExactly("spec.ingress");
  }

  @Test
  void whatLeavesAnItemOfAnAtomicListIsNoticed() {
    String ingress =
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\n"
            + METADATA
            + "spec:\n  rules:\n  - %shttp: {paths: [{path: /, pathType: Prefix}]}\n";
    String withHost = ingress.formatted("host: old.example.com\n    ");
    assertThat(paths(plan(desired(ingress.formatted("")), observed(withHost))))
        .containsExactly("spec.rules");
    assertThat(plan(desired(withHost), observed(withHost)).isEmpty()).isTrue();
  }

  @Test
  void whatSomebodyAddsToAnItemOfAnAtomicListIsDrift() {
    String policy =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
            + METADATA
            + "spec:\n  ingress:\n  - from: [{podSelector: {matchLabels: {a: b}}%s}]\n";
    String widened = policy.formatted(", namespaceSelector: {}");
    assertThat(paths(plan(desired(policy.formatted("")), observed(widened))))
        .containsExactly("spec.ingress");
  }

  @Test
  void whatTheServerFillsIntoItemsOfAtomicListsIsNoDifference() {
    String policy =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
            + METADATA
            + "spec:\n  ingress:\n  - ports: [{port: 53%s}]\n";
    Desired wanted = desired(policy.formatted(""));
    assertThat(plan(wanted, observed(policy.formatted(", protocol: TCP"))).isEmpty()).isTrue();
    assertThat(plan(wanted, observed(policy.formatted(", protocol: UDP"))).isEmpty()).isFalse();

    String set =
        DEPLOYMENT.replace("kind: Deployment", "kind: StatefulSet")
            + "  volumeClaimTemplates:\n  - metadata: {name: data}\n%s"
            + "    spec: {accessModes: [ReadWriteOnce]%s}\n";
    String filled =
        set.formatted(
            "    apiVersion: v1\n    kind: PersistentVolumeClaim\n    status: {phase: Pending}\n",
            ", volumeMode: Filesystem");
    assertThat(plan(desired(set.formatted("", "")), observed(filled)).isEmpty()).isTrue();
  }

  @Test
  void anImmutableFieldMeansReplaceAndWaitsForApproval() {
    String set =
        DEPLOYMENT
            .replace("kind: Deployment", "kind: StatefulSet")
            .replace("spec:\n  replicas", "spec:\n  serviceName: a\n  replicas");
    Plan plan = plan(desired(set.replace("serviceName: a", "serviceName: b")), observed(set));
    assertThat(plan.of(Operation.REPLACE)).hasSize(1).allMatch(Action::isDestructive);
    assertThat(plan.withoutDestructive().isEmpty()).isTrue();
    assertThat(plan(desired(set.replace("order:1", "order:2")), observed(set)).of(Operation.UPDATE))
        .hasSize(1);
  }

  @Test
  void prunesOursKeepsForeignHeldRetainedAndUsed() {
    String foreign =
        DEPLOYMENT
            .replace("platform: shop", "platform: other")
            .replace("name: order", "name: foreign");
    String held = DEPLOYMENT.replace("name: order", "name: held");
    String config =
        DEPLOYMENT
            .replace("kind: Deployment", "kind: ConfigMap")
            .replace("apps/v1", "v1")
            .replace("name: order", "name: used");
    String kept =
        DEPLOYMENT
            .replace("kind: Deployment", "kind: Secret")
            .replace("apps/v1", "v1")
            .replace(
                "  labels:\n", "  labels:\n    ecommerceplatform.io/deletion-policy: Retain\n");
    Observed observed = observed(Set.of("used"), DEPLOYMENT, foreign, held, config, kept);
    Desired wanted =
        Desired.ofCluster(List.of(), List.of(), List.of(new Held(ref("held"), "waits")));
    Plan plan = plan(wanted, observed);
    assertThat(plan.actions())
        .extracting(a -> a.operation() + " " + a.ref().id())
        .containsExactly("DELETE Deployment/order", "RETAIN Secret/order");
  }

  @Test
  void aForeignObjectOfTheNameIsAConflictForObjectsAndCredentials() {
    String foreign = DEPLOYMENT.replace("platform: shop", "platform: other");
    GeneratedSecret secret =
        new GeneratedSecret(ref("order"), OWNER.labels(), Map.of(), Map.of("password", 32));
    assertThat(plan(desired(DEPLOYMENT), observed(foreign)).of(Operation.CONFLICT)).hasSize(1);
    assertThat(
            plan(Desired.ofCluster(List.of(), List.of(secret), List.of()), observed(foreign))
                .of(Operation.CONFLICT))
        .hasSize(1);
    assertThat(
            plan(Desired.ofCluster(List.of(), List.of(secret), List.of()), observed(DEPLOYMENT))
                .isEmpty())
        .isTrue();
  }

  @Test
  void noPlanShowsWhatASecretHolds() {
    String secret = "apiVersion: v1\nkind: Secret\n" + METADATA + "%s";
    String wanted = secret.formatted("data: {password: c2VjcmV0}\n");
    for (String live : List.of("", "data: {password: b2xk}\n", "data: {other: b2xk}\n")) {
      Plan plan = plan(desired(wanted), observed(secret.formatted(live)));
      assertThat(paths(plan).getFirst()).startsWith("data");
      assertThat(PlanText.render(plan)).doesNotContain("c2VjcmV0", "b2xk");
      assertThat(plan.actions().getFirst().changes())
          .allMatch(change -> change.before() == null && change.after() == null);
    }
    String labelled = secret.formatted("").replace("labels:\n", "labels:\n    team: shop\n");
    Plan label = plan(desired(labelled), observed(secret.formatted("")));
    assertThat(PlanText.render(label)).contains("metadata.labels.team").contains("shop");
  }

  @Test
  void theHashChangesWithTheActions() {
    Plan first = plan(desired(DEPLOYMENT.replace("order:1", "order:2")), observed(DEPLOYMENT));
    Plan second = plan(desired(DEPLOYMENT.replace("order:1", "order:3")), observed(DEPLOYMENT));
    assertThat(first.hash()).isNotEqualTo(second.hash()).hasSize(10);
    String one = plan(desired(DEPLOYMENT)).hash();
    assertThat(plan(desired(DEPLOYMENT)).hash()).as("the same creation").isEqualTo(one);
    assertThat(plan(desired(DEPLOYMENT.replace("order:1", "order:2"))).hash()).isNotEqualTo(one);
    String secret = "apiVersion: v1\nkind: Secret\n" + METADATA + "data: {password: %s}\n";
    Plan old = plan(desired(secret.formatted("Yg==")), observed(secret.formatted("YQ==")));
    Plan other = plan(desired(secret.formatted("Yw==")), observed(secret.formatted("YQ==")));
    assertThat(old.hash()).as("masked changes").isNotEqualTo(other.hash());
  }

  private static String managed(String manager, String operation, String subresource) {
    return """
             managedFields:
             - manager: %s
               operation: %s
               subresource: "%s"
               fieldsV1:
                 f:spec:
                   f:replicas: {}
                   f:template:
                     f:spec:
                       f:containers:
                         k:{"name":"order"}:
                           .: {}
                           f:image: {}
                           f:env:
                             k:{"name":"A"}: {".": {}, "f:name": {}, "f:value": {}}
                             k:{"name":"B"}: {".": {}, "f:name": {}, "f:value": {}}
           """
        .formatted(manager, operation, subresource)
        .replace("k:{\"name\":\"order\"}:", "'k:{\"name\":\"order\"}':")
        .replace("k:{\"name\":\"A\"}:", "'k:{\"name\":\"A\"}':")
        .replace("k:{\"name\":\"B\"}:", "'k:{\"name\":\"B\"}':");
  }

  private static List<String> paths(Plan plan) {
    return plan.of(Operation.UPDATE).getFirst().changes().stream().map(FieldChange::path).toList();
  }

  private static ObjectRef ref(String name) {
    return new ObjectRef("apps/v1", "Deployment", "shop", name);
  }

  private static Plan plan(Desired desired) {
    return plan(desired, observed());
  }

  private static Plan plan(Desired desired, Observed observed) {
    return new Diff(OWNER, MANAGER).plan(desired, observed);
  }

  private static Desired desired(String yaml) {
    ObjectNode tree = tree(yaml);
    ((ObjectNode) tree.get("metadata")).remove("uid");
    return Desired.ofCluster(List.of(new Manifest(tree)), List.of(), List.of());
  }

  private static Observed observed(String... yaml) {
    return observed(Set.of(), yaml);
  }

  private static Observed observed(Set<String> configMapsInUse, String... yaml) {
    PodView pod = new PodView("p", Map.of(), true, 0, "", "", "", configMapsInUse);
    return Observed.of(
        Arrays.stream(yaml).map(DiffTest::tree).map(LiveObject::new).toList(),
        List.of(pod),
        new ClusterFacts(Set.of(), "", Set.of(), Set.of(), Map.of()));
  }

  private static ObjectNode tree(String yaml) {
    try {
      return (ObjectNode) YAML.readTree(yaml);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
