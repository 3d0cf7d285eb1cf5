package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.AuditLog.Request;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A change of one part of the spec moves the objects of that part and no other: by the requests in
 * the API server's audit log, and by the resourceVersions of everything else.
 */
@LocalPlane
class TouchApiTest {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final Set<String> READS = Set.of("get", "list", "watch");
  private static final Set<String> OWN_RECORDS = Set.of("ecommerceplatforms", "events");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("deployments", "Deployment"),
          Map.entry("statefulsets", "StatefulSet"),
          Map.entry("services", "Service"),
          Map.entry("serviceaccounts", "ServiceAccount"),
          Map.entry("configmaps", "ConfigMap"),
          Map.entry("secrets", "Secret"),
          Map.entry("horizontalpodautoscalers", "HorizontalPodAutoscaler"),
          Map.entry("poddisruptionbudgets", "PodDisruptionBudget"),
          Map.entry("networkpolicies", "NetworkPolicy"),
          Map.entry("ingresses", "Ingress"),
          Map.entry("jobs", "Job"),
          Map.entry("cronjobs", "CronJob"));
  private static final String WEB = "{\"name\": \"web\", \"expose\": {\"path\": \"/\"}}";
  private static final String USER = "{\"name\": \"user\"%s}";

  private KubernetesClient admin;
  private String namespace;
  private Kubeconfig account;
  private AuditLog audit;
  private OperatorProcess operator;
  private PlatformUnderTest shop;
  private Quiet quiet;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, AuditLog log)
      throws IOException {
    admin = client;
    namespace = own.name();
    audit = log;
    account = OperatorInstall.into(client, kubeconfig);
    operator = operator();
    shop =
        PlatformUnderTest.create(
            admin,
            namespace,
            PlatformUnderTest.MINIMAL.replace(
                "spec: {", "spec: {services: [" + WEB + ", " + USER.formatted("") + "], "));
    shop.awaitPhase(Phase.Ready);
    quiet = new Quiet(audit, new Controllers(admin, namespace));
    quiet.await();
  }

  @AfterEach
  void stop() throws IOException {
    operator.close();
  }

  @Test
  void aServiceComesAndGoesAlone() {
    String tool =
        ", {\"name\": \"tool\", \"port\": 8080,"
            + " \"image\": {\"repository\": \"example.com/tool\", \"tag\": \"1\"}}";
    touches(services("", tool), "\\w+/tool(-.*)?");
    touches(services("", ""), "\\w+/tool(-.*)?");
  }

  @Test
  void aStoreComesAndGoesWithWhatTheServiceThatReadsItNeeds() {
    String cache = "{\"name\": \"sessions\", \"placement\": \"InCluster\"}";
    String own =
        "\\w+/sessions(-.*)?|ConfigMap/user-config-.*|(Deployment|NetworkPolicy)/user(-blue)?";
    touches("{\"caches\": [" + cache + "]}", own);
    touches("{\"caches\": null}", own);
  }

  @Test
  void aTopicTouchesTheJobThatMakesIt() {
    touches("{\"kafka\": {\"topics\": [{\"name\": \"audit\"}]}}", "\\w+/kafka(-.*)?");
    String topics = "{\"kafka\": {\"topics\": [{\"name\": \"audit\"}%s]}}";
    touches(topics.formatted(", {\"name\": \"extra\"}"), "(Job|ConfigMap)/kafka-setup-.*");
    touches(topics.formatted(""), "(Job|ConfigMap)/kafka-setup-.*");
  }

  @Test
  void aPathTouchesTheEntranceAndTheWayToIt() {
    String entrance = "Ingress/shop|Service/user-(blue|green)|NetworkPolicy/user";
    touches(services(", \"expose\": {\"path\": \"/users\"}", ""), entrance);
    touches(services(", \"expose\": {\"path\": \"/people\"}", ""), "Ingress/shop");
    touches(services("", ""), entrance);
  }

  @Test
  void settingsTouchTheServiceThatReadsThem() {
    String env = ", \"env\": [{\"name\": \"GREETING\", \"value\": \"%s\"}]";
    String own = "ConfigMap/user-config-.*|Deployment/user-blue";
    touches(services(env.formatted("hello"), ""), own);
    touches(services(env.formatted("good day"), ""), own);
    touches(services("", ""), own);
  }

  @Test
  void boundsTouchTheAutoscalerAndTheBudget() {
    // of a service without a database: the share of the connections follows the bounds as well
    String scaling =
        "{\"services\": [{\"name\": \"web\", \"expose\": {\"path\": \"/\"}%s}, {\"name\": \"user\"}]}";
    String bounds = ", \"scaling\": {\"minReplicas\": 2, \"maxReplicas\": %d}";
    String both = "(HorizontalPodAutoscaler|PodDisruptionBudget)/web-blue";
    touches(scaling.formatted(bounds.formatted(4)), both + "|Deployment/web-blue");
    touches(scaling.formatted(bounds.formatted(5)), "HorizontalPodAutoscaler/web-blue");
    touches(scaling.formatted(""), both + "|Deployment/web-blue");
  }

  @Test
  void aVersionTouchesThePodsOfTheShop() {
    touches("{\"version\": \"1.1.0\"}", "(Deployment|ConfigMap)/(web|user)-(blue|config-.*)");
  }

  @Test
  void aRestartOfTheSameBuildSendsNothing() throws IOException {
    Map<String, String> before = shop.versions();
    operator.stop();
    operator.close();
    long mark = audit.mark();
    operator = operator();
    operator.await("a pass", o -> o.passes() > 0);
    quiet.await();
    assertThat(written(mark)).isEmpty();
    assertThat(audit.since(mark, ACCOUNT, namespace))
        .filteredOn(request -> !READS.contains(request.verb()))
        .isEmpty();
    assertThat(shop.versions()).isEqualTo(before);
  }

  /** Applies a change and its consequences; what moves must match, and something must. */
  private void touches(String spec, String pattern) {
    Map<String, String> before = shop.versions();
    long mark = audit.mark();
    shop.patch("{\"spec\": " + spec + "}");
    shop.awaitPhase(Phase.Ready);
    // pruning what pods still read, and status of what has just become ready, come a little later
    quiet.await();
    Set<String> written = written(mark);
    Pattern own = Pattern.compile(pattern);
    assertThat(written).as(spec).isNotEmpty().allMatch(id -> own.matcher(id).matches());
    Map<String, String> after = shop.versions();
    Map<String, String> others = new TreeMap<>(before);
    others.keySet().removeIf(id -> own.matcher(id).matches());
    Map<String, String> othersNow = new HashMap<>(after);
    othersNow.keySet().removeIf(id -> own.matcher(id).matches());
    assertThat(othersNow).as(spec).isEqualTo(others);
  }

  private Set<String> written(long mark) {
    Set<String> written = new TreeSet<>();
    for (Request request : audit.since(mark, ACCOUNT, namespace)) {
      if (!READS.contains(request.verb()) && !OWN_RECORDS.contains(request.resource())) {
        String kind = KINDS.getOrDefault(request.resource(), request.resource());
        // a Secret is made by POST, whose entry has no name
        if (!request.name().isEmpty()) {
          written.add(kind + "/" + request.name());
        }
      }
    }
    return written;
  }

  private static String services(String ofUser, String more) {
    return "{\"services\": [%s, %s%s]}".formatted(WEB, USER.formatted(ofUser), more);
  }

  private OperatorProcess operator() {
    return OperatorProcess.start(account, Map.of("ECP_NAMESPACES", namespace));
  }
}
