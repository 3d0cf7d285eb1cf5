package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.faults.ApiProxy;
import io.ecommerceplatform.operator.faults.Call;
import io.ecommerceplatform.operator.faults.Fault;
import io.ecommerceplatform.operator.faults.Rule;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API server fails in every way that it knows; the operator comes back by itself. */
@LocalPlane
class ApiFaultsApiTest {
  private static final String ACCOUNT =
      "system:serviceaccount:ecommerce-platform-system:ecommerce-platform-operator";
  private static final int LOOKS = 4;
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final String SHOP = PlatformUnderTest.MINIMAL.replace("spec: {", "spec: {%s");
  private static final String WEB = SHOP.formatted("services: [{name: web}], ");

  private KubernetesClient admin;
  private AuditLog audit;
  private String namespace;
  private ApiProxy proxy;
  private OperatorProcess operator;

  @BeforeEach
  void start(KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, AuditLog auditLog)
      throws IOException {
    admin = client;
    audit = auditLog;
    namespace = own.name();
    proxy = ApiProxy.before(kubeconfig);
    Kubeconfig account = proxy.on(OperatorInstall.into(client, kubeconfig));
    operator = OperatorProcess.start(account, settings());
  }

  private Map<String, String> settings() {
    return Map.of(
        "ECP_NAMESPACES",
        namespace,
        "ECP_WATCH_TIMEOUT",
        "long".equals(System.getProperty("chaos")) ? "30S" : "8S");
  }

  @AfterEach
  void stop() throws IOException {
    proxy.clear();
    proxy.up();
    operator.close();
    proxy.close();
  }

  @Test
  void anApiServerThatRestartsIsMissedAndFoundAgain() {
    PlatformUnderTest shop = ready();

    proxy.down();
    operator.await("not ready", o -> o.get("/q/health/ready").startsWith("503 "));
    assertThat(operator.get("/q/health/live")).startsWith("200 ");
    admin.services().inNamespace(namespace).withName("web").delete();
    Instant back = Instant.now();
    proxy.up();

    awaitService(back);
    operator.await("ready again", OperatorProcess::isReady);
    assertRecovered(back);
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void burstsOfRefusalsEndInTheSamePlatform() {
    for (Fault fault :
        List.of(
            Fault.status(409, "Conflict"),
            Fault.tooMany(1),
            Fault.status(500, "InternalError"),
            new Fault.LostAnswer())) {
      proxy.when(new EveryOther(Call::writes), fault, 15);
    }
    PlatformUnderTest shop = PlatformUnderTest.create(admin, namespace, WEB);

    shop.awaitPhase(Phase.Ready);

    assertThat(shop.objectNames().stream().filter(n -> n.startsWith("ConfigMap/web-"))).hasSize(1);
    assertThat(operator.isReady()).isTrue();
  }

  @Test
  void aWatchThatIsTooOldIsListedAgain() {
    ready();
    Rule gone = proxy.when(c -> c.watches("services"), new Fault.Gone(), 2);

    proxy.cut();
    Instant begin = Instant.now();
    Await.until("told that it is too old", () -> gone.hits() == 2, operator::log);
    admin.services().inNamespace(namespace).withName("web").delete();

    awaitService(begin);
    assertRecovered(begin);
  }

  @Test
  void aWatchThatSaysNothingAnyMoreIsNoticed() {
    PlatformUnderTest shop = ready();

    // they end and begin again all the time, most of them at once
    Await.until(
        "all that matter frozen",
        () -> proxy.freezeWatches() > 10 && proxy.isFrozen(c -> c.watches("services")),
        operator::log);
    Instant begin = Instant.now();
    admin.services().inNamespace(namespace).withName("web").delete();

    awaitService(begin);
    assertRecovered(begin);
    assertThat(operator.isReady()).isTrue();
    shop.awaitPhase(Phase.Ready);
  }

  @Test
  void readinessForgetsTheAnswersThatNeverCame() {
    // not the Lease: who cannot renew it in time ends, as another one leads by then
    proxy.when(c -> !c.path().contains("/leases/"), new Fault.Delay(Duration.ofMinutes(5)));
    for (int look = 0; look < LOOKS; look++) {
      assertThat(operator.get("/q/health/ready")).startsWith("503 ");
    }
    assertThat(operator.get("/q/health/live")).startsWith("200 ");

    proxy.clear();
    Instant back = Instant.now();

    operator.await("ready again", OperatorProcess::isReady);
    assertThat(Duration.between(back, Instant.now())).isLessThan(SOON);
  }

  @Test
  void aStaleListDeletesNothingThatIsNewer() {
    PlatformUnderTest shop = ready();
    proxy.down();
    String services = "/api/v1/namespaces/" + namespace + "/services";
    admin.resource(leftover(owned())).create();
    String before = admin.raw(services);
    admin.services().inNamespace(namespace).withName("leftover").delete();
    String newer = admin.resource(leftover(Map.of())).create().getMetadata().getUid();
    admin.services().inNamespace(namespace).withName("web").delete();
    proxy.when(c -> c.watches("services"), new Fault.Gone(), 1);
    Rule stale = proxy.when(c -> c.lists("services"), Fault.stale(before), 1);
    proxy.when(c -> c.watches("services"), new Fault.Silence(), 1);
    long mark = audit.mark();

    proxy.up();
    Instant begin = Instant.now();
    Await.until(
        "a deletion that the old picture asks for",
        () -> deletions(mark).contains("leftover 409"),
        () -> deletions(mark) + "\n" + operator.log());

    awaitService(begin);
    assertThat(stale.hits()).isEqualTo(1);
    assertThat(deletions(mark)).containsOnly("leftover 409");
    assertThat(admin.services().inNamespace(namespace).withName("leftover").get())
        .extracting(s -> s.getMetadata().getUid())
        .isEqualTo(newer);
    assertRecovered(begin);
    shop.awaitPhase(Phase.Ready);
  }

  private Map<String, String> owned() {
    return admin.services().inNamespace(namespace).withName("web").get().getMetadata().getLabels();
  }

  private Service leftover(Map<String, String> labels) {
    return new ServiceBuilder()
        .withNewMetadata()
        .withName("leftover")
        .withNamespace(namespace)
        .withLabels(labels)
        .endMetadata()
        .withNewSpec()
        .addNewPort()
        .withPort(80)
        .endPort()
        .endSpec()
        .build();
  }

  private Set<String> deletions(long mark) {
    return audit.since(mark, ACCOUNT, namespace).stream()
        .filter(r -> r.verb().equals("delete"))
        .map(r -> r.name() + " " + r.code())
        .collect(Collectors.toSet());
  }

  private PlatformUnderTest ready() {
    PlatformUnderTest shop = PlatformUnderTest.create(admin, namespace, WEB);
    shop.awaitPhase(Phase.Ready);
    return shop;
  }

  private void awaitService(Instant since) {
    Await.until(
        "Service/web is there again",
        () -> admin.services().inNamespace(namespace).withName("web").get() != null,
        () -> Duration.between(since, Instant.now()) + "\n" + operator.log());
  }

  private void assertRecovered(Instant since) {
    assertThat(Duration.between(since, Instant.now())).isLessThan(RECOVERY);
    assertThat(operator.isAlive()).isTrue();
  }
}
