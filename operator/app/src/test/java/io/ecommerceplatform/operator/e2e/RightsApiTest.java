package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.ecommerceplatform.api.v1alpha1.Phase;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.AuditLog.Request;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.operator.apply.FingerprintKey;
import io.ecommerceplatform.operator.leadership.Leadership;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The verbs that the operator used are the verbs that its shipped roles grant: a missing one is a
 * platform that does not come up, one too many is what an intruder would use.
 */
@LocalPlane
class RightsApiTest {
  private static final String SYSTEM = "ecommerce-platform-system";
  private static final String ACCOUNT =
      "system:serviceaccount:" + SYSTEM + ":ecommerce-platform-operator";
  private static final Path SAMPLES = Path.of(System.getProperty("repository.root"), "samples");
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final int FORBIDDEN = 403;
  private static final String WEB =
      "{\"name\": \"web\", \"scaling\": {\"minReplicas\": 2, \"maxReplicas\": 3}}";
  private static final String JOB =
      "{\"name\": \"report\", \"image\": {\"repository\": \"example.com/report\","
          + " \"tag\": \"1\"}, \"schedule\": \"0 1 * * *\"}";

  @Test
  void everyGrantedVerbIsUsedAndEveryUsedVerbIsGranted(
      KubernetesClient admin, TestNamespace own, Kubeconfig kubeconfig, AuditLog audit)
      throws IOException {
    Kubeconfig account = OperatorInstall.into(admin, kubeconfig);
    admin.secrets().inNamespace(SYSTEM).withName(FingerprintKey.SECRET).delete();
    admin.leases().inNamespace(SYSTEM).withName(Leadership.LEASE).delete();
    long start = audit.mark();

    live(admin, own.name(), account, audit);

    List<Request> requests =
        audit.since(start, ACCOUNT).stream().filter(RightsApiTest::isAskedOfRoles).toList();
    Set<Grant> used =
        requests.stream().flatMap(r -> Grant.neededBy(r).stream()).collect(Collectors.toSet());
    List<Grant> granted = Grant.shipped();
    assertSoftly(
        all -> {
          // in a namespace of another test, which is on its way out, every creation is refused
          all.assertThat(requests)
              .filteredOn(r -> r.code() == FORBIDDEN)
              .filteredOn(
                  r -> r.namespace().startsWith(own.name()) || !r.namespace().startsWith("t-"))
              .as("refused")
              .isEmpty();
          all.assertThat(used)
              .filteredOn(need -> granted.stream().noneMatch(g -> g.allows(need)))
              .as("used, but not granted by the roles in deploy/kustomize/base")
              .isEmpty();
          all.assertThat(granted)
              .filteredOn(g -> used.stream().noneMatch(g::allows))
              .filteredOn(g -> !isManagedButAbsent(g, admin))
              .as("granted by the roles in deploy/kustomize/base, but never used")
              .isEmpty();
        });
  }

  /** Discovery, and the question what oneself may do, are open to every account of a cluster. */
  private static boolean isAskedOfRoles(Request request) {
    return !request.resource().isEmpty() && !request.resource().startsWith("selfsubject");
  }

  /** Everything that an operator meets in its life, once. */
  private static void live(
      KubernetesClient admin, String namespace, Kubeconfig account, AuditLog audit)
      throws IOException {
    List<PlatformUnderTest> platforms = new ArrayList<>();
    try (OperatorProcess operator = OperatorProcess.start(account, Map.of())) {
      for (Path sample : samples()) {
        String own = namespace + "-" + platforms.size();
        admin
            .resource(new NamespaceBuilder().withNewMetadata().withName(own).endMetadata().build())
            .create();
        platforms.add(PlatformUnderTest.create(admin, own, Files.readString(sample)));
      }
      PlatformUnderTest shop =
          PlatformUnderTest.create(admin, namespace, PlatformUnderTest.MINIMAL);
      shop.awaitPhase(Phase.Ready);
      platforms.add(shop);
      rest(audit);
      provoke(shop);
      platforms.forEach(p -> p.resource().delete());
      platforms.forEach(p -> Thread.startVirtualThread(() -> editUntilGone(p)));
      Await.until(
          "all deleted",
          () -> platforms.stream().allMatch(p -> p.resource().get() == null),
          operator::log);
    } finally {
      platforms.stream()
          .filter(p -> !p.namespace().equals(namespace))
          .forEach(p -> admin.namespaces().withName(p.namespace()).delete());
    }
  }

  /**
   * A correction of drift, an update, a rotation, a growth, a pruning, and Secrets that the user
   * wants gone.
   */
  private static void provoke(PlatformUnderTest shop) {
    var services = shop.admin().services().inNamespace(shop.namespace());
    services.withName("order").delete();
    Await.until("made again", () -> services.withName("order").get() != null, () -> "");
    shop.patch("{\"spec\": {\"version\": \"1.1.0\"}}");
    shop.awaitPhase(Phase.Ready);
    rotate(shop);
    // its volumes go when the platform does
    shop.patch("{\"spec\": {\"kafka\": {\"storage\": \"20Gi\", \"deletionPolicy\": \"Delete\"}}}");
    shop.patch("{\"spec\": {\"backup\": {\"schedule\": \"0 3 * * *\"}}}");
    shop.awaitPhase(Phase.Ready);
    shop.admin()
        .secrets()
        .inNamespace(shop.namespace())
        .withName("postgresql-order-credentials")
        .edit(
            secret -> {
              secret
                  .getMetadata()
                  .getLabels()
                  .put("ecommerceplatform.io/deletion-policy", "Delete");
              return secret;
            });
    // without a database the schedule would be told as not managed
    shop.patch("{\"spec\": {\"backup\": null}}");
    // with two pods it has a disruption budget
    shop.patch("{\"spec\": {\"services\": [" + WEB + "], \"jobs\": [" + JOB + "]}}");
    shop.awaitPhase(Phase.Ready);
    shop.patch("{\"spec\": {\"jobs\": null}}");
    shop.awaitPhase(Phase.Ready);
  }

  private static void rotate(PlatformUnderTest shop) {
    var login =
        shop.admin()
            .secrets()
            .inNamespace(shop.namespace())
            .withName("postgresql-order-credentials");
    login.edit(
        secret ->
            secret
                .edit()
                .editMetadata()
                .addToAnnotations("ecommerceplatform.io/rotate", "now")
                .endMetadata()
                .build());
    Await.until(
        "rotated",
        () -> login.get().getMetadata().getLabels().containsKey("ecommerceplatform.io/rotation"),
        () -> "the login before");
  }

  /** Edits that race with the operator's own: what it patches has moved on, and it looks again. */
  private static void editUntilGone(PlatformUnderTest platform) {
    try {
      for (int edit = 0; platform.resource().get() != null; edit++) {
        platform.patch("{\"metadata\": {\"annotations\": {\"edit\": \"%d\"}}}".formatted(edit));
      }
    } catch (KubernetesClientException gone) {
      // it went between the look and the patch
    }
  }

  private static void rest(AuditLog audit) {
    long[] mark = {audit.mark()};
    Await.until(
        "at rest",
        () -> {
          Await.pause(QUIET);
          long from = mark[0];
          mark[0] = audit.mark();
          return audit.since(from, ACCOUNT).stream().allMatch(r -> r.resource().equals("leases"));
        },
        () -> "requests all the time");
  }

  /** Kinds of definitions that this plane has not got can be compared with the prune list only. */
  private static boolean isManagedButAbsent(Grant grant, KubernetesClient admin) {
    boolean managed =
        ManagedKind.ALL.stream()
            .anyMatch(
                k ->
                    k.plural().equals(grant.resource())
                        && k.apiVersion().startsWith(grant.group() + "/"));
    boolean used = Set.of("list", "watch", "create", "patch", "delete").contains(grant.verb());
    return managed && used && admin.getApiGroup(grant.group()) == null;
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
