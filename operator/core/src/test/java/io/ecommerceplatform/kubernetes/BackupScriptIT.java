package io.ecommerceplatform.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the CronJob, with a program in the place of {@code pg_dumpall}. */
class BackupScriptIT {
  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void folders() throws IOException {
    target = Files.createDirectories(folder.resolve("backup"));
  }

  @Test
  void aDumpIsWrittenAndTheOldOnesAreDropped() throws Exception {
    Files.writeString(target.resolve("20200101T000000Z.gz"), "old");
    Files.writeString(target.resolve("20990101T000000Z.gz"), "young");
    Files.writeString(target.resolve("20200102T000000Z.gz.unfinished"), "half");

    assertThat(run("echo 'CREATE ROLE shop;'")).isZero();

    assertThat(dumps()).hasSize(2).contains("20990101T000000Z.gz");
    Path made = target.resolve(dumps().getFirst());
    Process unpacked = new ProcessBuilder("gunzip", "-c", made.toString()).start();
    assertThat(new String(unpacked.getInputStream().readAllBytes(), UTF_8))
        .isEqualTo("CREATE ROLE shop;\n");
  }

  @Test
  void aDumpThatFailsIsNoneAndDropsNothing() throws Exception {
    Files.writeString(target.resolve("20200101T000000Z.gz"), "old");

    assertThat(run("echo half; exit 3")).isNotZero();
    assertThat(run("echo half; exit 3")).isNotZero();

    assertThat(dumps()).containsOnlyOnce("20200101T000000Z.gz");
    assertThat(dumps()).filteredOn(name -> name.endsWith(".gz")).hasSize(1);
  }

  private List<String> dumps() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private int run(String program) throws IOException, InterruptedException {
    Path fake = Files.createDirectories(folder.resolve("bin")).resolve("pg_dumpall");
    Files.writeString(fake, "#!/bin/sh\n" + program + "\n");
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder(StorePlatform.dumpOfPostgres()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("TARGET", target.toString(), "KEEP_DAYS", "7"));
    builder.environment().merge("PATH", "", (path, none) -> fake.getParent() + ":" + path);
    Process process = builder.start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
