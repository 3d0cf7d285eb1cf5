package io.ecommerceplatform.operator.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.localplane.junit.AuditLog;
import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.ecommerceplatform.localplane.junit.LocalPlane;
import io.ecommerceplatform.localplane.junit.TestNamespace;
import io.ecommerceplatform.localplane.schema.SchemaEdit;
import io.ecommerceplatform.localplane.schema.SchemaEdits;
import io.ecommerceplatform.operator.process.Await;
import io.ecommerceplatform.operator.process.OperatorInstall;
import io.ecommerceplatform.operator.process.OperatorProcess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever somebody writes into a platform: what the schema has no room for is refused, what is
 * taken is told, and once it is as it was, so is everything that was made of it. A sample in short
 * form; {@code -Dchaos=long} plays more than three hundred sequences and tries every edit.
 */
@LocalPlane
class MisoperationApiTest {
  private static final boolean LONG = "long".equals(System.getProperty("chaos"));
  private static final int LANES = LONG ? 4 : 2;
  private static final int SEQUENCES =
      Integer.getInteger("misoperation.sequences", LONG ? 320 : 16);
  private static final long SEED = Long.getLong("misoperation.seed", 1);
  private static final int EACH = LONG ? 1 : 120;
  private static final String TOUCHED =
      "{\"metadata\": {\"annotations\": {\"example.com/touched\": \"1\"}}}";

  private final List<String> namespaces = new ArrayList<>();
  private KubernetesClient admin;

  @Test
  void whoPutsBackWhatWasThereHasWhatWasThere(
      KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig, AuditLog audit)
      throws IOException, InterruptedException, ExecutionException {
    admin = client;
    IntStream.range(0, LANES).forEach(lane -> namespaces.add(own.name() + "-" + lane));
    Kubeconfig account = OperatorInstall.into(client, kubeconfig);
    JsonNode schema = SpecPatch.schema();
    Map<String, String> settings = Map.of("ECP_NAMESPACES", String.join(",", namespaces));
    try (OperatorProcess operator = OperatorProcess.start(account, settings);
        ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> runs = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        int first = lane;
        runs.add(
            lanes.submit(
                () -> {
                  Misoperation story = Misoperation.in(namespaces.get(first), client, schema);
                  for (int i = first; i < SEQUENCES; i += LANES) {
                    story.play(SEED + i);
                  }
                  assertAnotherPassIsSilent(story.shop(), operator, audit);
                  return null;
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    }
  }

  private static void assertAnotherPassIsSilent(
      PlatformUnderTest shop, OperatorProcess operator, AuditLog audit) {
    Quiet quiet = new Quiet(audit, new Controllers(shop.admin(), shop.namespace()));
    long settled = quiet.await();
    double passes = operator.passes();
    shop.patch(TOUCHED);
    Await.until("another pass", () -> operator.passes() > passes, operator::log);
    quiet.await();
    assertThat(quiet.since(settled)).isEmpty();
  }

  /** The rules of the definition may refuse more than its schema; nobody may refuse less. */
  @Test
  void whatTheSchemaHasNoRoomForIsRefused(
      KubernetesClient client, TestNamespace own, Kubeconfig kubeconfig) throws IOException {
    admin = client;
    OperatorInstall.into(client, kubeconfig);
    JsonNode schema = SpecPatch.schema();
    int tried = 0;
    int taken = 0;
    for (Path sample : samples()) {
      // nobody watches this namespace
      PlatformUnderTest platform =
          PlatformUnderTest.create(client, own.name(), Files.readString(sample));
      JsonNode resource = new YAMLMapper().readTree(sample.toFile());
      List<SchemaEdit> edits = SchemaEdits.of(resource, "spec", schema);
      for (int i = 0; i < edits.size(); i += EACH) {
        SchemaEdit edit = edits.get(i);
        boolean isTaken = SpecPatch.onTrial(platform).isTaken(edit.in(resource));
        assertThat(isTaken && edit.refused()).as("%s: %s is taken", sample, edit).isFalse();
        tried++;
        taken += isTaken ? 1 : 0;
      }
      platform.resource().delete();
    }
    assertThat(taken).as("taken of %d", tried).isBetween(tried / 10, tried);
  }

  private static List<Path> samples() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of(System.getProperty("repository.root"), "samples"))) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  @AfterEach
  void clean() {
    namespaces.forEach(n -> admin.namespaces().withName(n).delete());
  }
}
