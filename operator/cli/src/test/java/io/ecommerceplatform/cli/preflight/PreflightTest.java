package io.ecommerceplatform.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check, over facts that are fine but for one. */
class PreflightTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String CRD = "../../crds/ecommerceplatforms.ecommerceplatform.io-v1.yaml";
  private static final String DEPLOYMENT =
      "{metadata: {namespace: system, labels: {app.kubernetes.io/version: '1.0'}},"
          + " status: {readyReplicas: 1}}";
  private static final String PLATFORM =
      "{metadata: {name: shop, namespace: shop}, spec: {profile: Economy}}";
  private final Map<Part, List<JsonNode>> found = new EnumMap<>(Part.class);
  private JsonNode resource = yaml(PLATFORM);

  PreflightTest() throws IOException {
    found.put(Part.DEFINITIONS, List.of(new YAMLMapper().readTree(Files.readString(Path.of(CRD)))));
    found(Part.OPERATORS, DEPLOYMENT);
    found(
        Part.NAMESPACE,
        "{metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted,"
            + " elbv2.k8s.aws/pod-readiness-gate-inject: enabled}}}");
    found(
        Part.STORAGE_CLASSES,
        "{metadata: {name: gp3, annotations:"
            + " {storageclass.kubernetes.io/is-default-class: 'true'}}}");
    found(Part.INGRESS_CLASSES, "{metadata: {name: alb}}");
    found(Part.API_GROUPS, "{name: metrics.k8s.io}");
    found(
        Part.NODES,
        "{metadata: {name: a, labels: {topology.kubernetes.io/zone: z1}}}",
        "{metadata: {name: b, labels: {topology.kubernetes.io/zone: z2}}}");
    found(Part.QUOTAS, quota("requests.cpu: '2', pods: '4', requests.storage: 2Gi"));
  }

  @Test
  void nothingLacks() {
    assertThat(answers()).hasSize(10).allMatch(a -> a.verdict() == Verdict.FINE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Part.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LEASES", "QUOTAS"})
  void whatIsAbsentLacksWithACommand(Part part) {
    found(part);
    assertThat(answers().stream().filter(a -> a.verdict() == Verdict.LACKING))
        .isNotEmpty()
        .allMatch(a -> !a.command().isEmpty());
  }

  @Test
  void aServiceOfALoadBalancerNeedsTheControllerToo() {
    found(Part.INGRESS_CLASSES);
    JsonNode balancer = yaml("{kind: Service, spec: {type: LoadBalancer}}");
    Wish wish = new Wish(resource, List.of(balancer), "alb", "1.0");
    assertThat(Preflight.of(new Survey(found, Map.of()), wish, NOW))
        .filteredOn(a -> a.what().equals("IngressClass"))
        .extracting(Answer::verdict)
        .containsExactly(Verdict.LACKING);
    Wish inside = new Wish(resource, List.of(yaml("{kind: Service, spec: {}}")), "alb", "1.0");
    assertThat(Preflight.of(new Survey(found, Map.of()), inside, NOW))
        .noneMatch(a -> a.what().equals("IngressClass"));
  }

  @Test
  void anOperatorOutsideOfTheClusterHoldsTheLease() {
    found(Part.OPERATORS);
    found(Part.LEASES, "{spec: {holderIdentity: me, renewTime: '2025-12-31T23:59:30Z'}}");
    assertThat(answer("operator").message()).isEqualTo("runs outside of the cluster as me");
    found(Part.LEASES, "{spec: {holderIdentity: me, renewTime: '2025-12-31T12:00:00Z'}}");
    assertThat(answer("operator").verdict()).isEqualTo(Verdict.LACKING);
  }

  @Test
  void anOperatorOfAnotherVersionIsNamed() {
    found(Part.OPERATORS, DEPLOYMENT.replace("1.0", "0.9"));
    assertThat(answer("operator").verdict()).isEqualTo(Verdict.ADVICE);
    found(Part.OPERATORS, DEPLOYMENT.replace("readyReplicas: 1", "readyReplicas: 0"));
    assertThat(answer("operator").message()).contains("no pod").contains("system");
  }

  @Test
  void anOlderDefinitionIsNamedByAFieldThatItLacks() {
    String text = found.get(Part.DEFINITIONS).getFirst().toString();
    found.put(Part.DEFINITIONS, List.of(yaml(text.replace("\"velero\":", "\"other\":"))));
    assertThat(answer("CRD").message()).startsWith("it is older").contains("spec.backup.velero");
    found.put(Part.DEFINITIONS, List.of(yaml(text.replace("v1alpha1", "v9"))));
    assertThat(answer("CRD").message()).isEqualTo("it does not serve v1alpha1");
  }

  @Test
  void aStorageClassCanBeMadeTheDefault() {
    found(Part.STORAGE_CLASSES, "{metadata: {name: gp2}}");
    assertThat(answer("StorageClass").command())
        .isEqualTo(
            "kubectl annotate storageclass gp2"
                + " storageclass.kubernetes.io/is-default-class=true");
  }

  @Test
  void labelsOfTheNamespaceAreAskedFor() {
    found(Part.NAMESPACE, "{metadata: {name: shop}}");
    assertThat(answer("readiness gate").command())
        .isEqualTo(
            "kubectl label namespace shop --overwrite"
                + " elbv2.k8s.aws/pod-readiness-gate-inject=enabled");
    assertThat(answer("pod security").verdict()).isEqualTo(Verdict.ADVICE);
  }

  @Test
  void zonesAreNeededWhereTheSpreadIsRequired() {
    found(Part.NODES, "{metadata: {name: a}}");
    assertThat(answer("zones").verdict()).isEqualTo(Verdict.LACKING);
    assertThat(answer("zones").command())
        .isEqualTo("kubectl label node a topology.kubernetes.io/zone=<zone>");
  }

  @Test
  void optionalPartsAreNeededOnlyWhenAskedFor() {
    resource =
        yaml(
            """
            {metadata: {name: shop, namespace: shop},
             spec: {profile: Production, messaging: {transport: Kafka}, backup: {velero: true},
                    domain: {certificate: {source: CertManager}},
                    observability: {alerts: {tiers: []}, containerInsights: true},
                    services: [{scaling: {queueDepth: {queue: a}}}]}}
            """);
    for (String part :
        List.of(
            "Strimzi",
            "KEDA",
            "Velero",
            "Prometheus operator",
            "CloudWatch agent",
            "cert-manager")) {
      assertThat(answer(part).verdict()).as(part).isEqualTo(Verdict.LACKING);
      assertThat(answer(part).command()).startsWith("helm install ");
    }
    found(
        Part.DEFINITIONS,
        "{metadata: {name: x}, spec: {group: keda.sh, names: {kind: ScaledObject}}}");
    assertThat(answer("KEDA").verdict()).isEqualTo(Verdict.FINE);
  }

  @Test
  void aQuotaHasToHoldWhatTheObjectsAsk() {
    found(Part.QUOTAS, quota("requests.cpu: '1', pods: '3', requests.storage: 1Gi"));
    assertThat(answer("quota").message())
        .isEqualTo(
            "q is too small: requests.cpu: 1.5 needed, 1 free; requests.storage: 2048Mi"
                + " needed, 1024Mi free");
  }

  @Test
  void whatIsUsedByThePlatformItselfIsNotCountedTwice() {
    String full = "{metadata: {name: q}, spec: {hard: {pods: '3'}}, status: {used: {pods: '3'}}}";
    found(Part.QUOTAS, full);
    assertThat(answer("quota").verdict()).isEqualTo(Verdict.LACKING);
    resource = yaml(PLATFORM.replace("name: shop,", "name: shop, uid: u,"));
    assertThat(answer("quota").verdict()).isEqualTo(Verdict.FINE);
  }

  @Test
  void whatIsForbiddenIsNotKnown() {
    Map<Part, String> forbidden = new EnumMap<>(Part.class);
    Arrays.stream(Part.values()).forEach(p -> forbidden.put(p, "forbidden: you may not"));
    List<Answer> answers = Preflight.of(new Survey(Map.of(), forbidden), wish(), NOW);
    assertThat(answers).isNotEmpty().allMatch(a -> a.verdict() == Verdict.UNKNOWN);
  }

  private Answer answer(String what) {
    return answers().stream().filter(a -> a.what().equals(what)).findFirst().orElseThrow();
  }

  private List<Answer> answers() {
    return Preflight.of(new Survey(found, Map.of()), wish(), NOW);
  }

  /** Two pods of a store, one of a service that scales. */
  private Wish wish() {
    List<JsonNode> objects =
        List.of(
            yaml(
                """
                {kind: StatefulSet, metadata: {name: db}, spec: {replicas: 2,
                 template: {spec: {containers: [{resources: {requests: {cpu: 500m}}}],
                   topologySpreadConstraints: [{topologyKey: topology.kubernetes.io/zone,
                                                whenUnsatisfiable: DoNotSchedule}]}},
                 volumeClaimTemplates: [{spec: {resources: {requests: {storage: 1Gi}}}}]}}
                """),
            yaml(
                """
                {kind: Deployment, metadata: {name: order}, spec: {
                 template: {spec: {containers: [{resources: {requests: {cpu: 500m}}}]}}}}
                """),
            yaml(
                """
                {kind: HorizontalPodAutoscaler, metadata: {name: order},
                 spec: {minReplicas: 1, scaleTargetRef: {name: order}}}
                """),
            yaml("{kind: Ingress, metadata: {name: shop}}"));
    return new Wish(resource, objects, "alb", "1.0");
  }

  private void found(Part part, String... objects) {
    found.put(part, Arrays.stream(objects).map(PreflightTest::yaml).toList());
  }

  private static String quota(String hard) {
    return "{metadata: {name: q}, spec: {hard: {%s}}}".formatted(hard);
  }

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
