package io.ecommerceplatform.localplane.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The tools that fill the cache: how each is run, and what its log says. */
enum BuildTool {
  GO(GoBuild.ENVIRONMENT, "go: downloading", "modules downloaded, compiling", "compiling") {
    @Override
    String failed(String name, Path log, String lastLines) {
      return ToolchainErrors.buildFailed(name, log, lastLines);
    }
  },
  PIP(Map.of("PIP_NO_INPUT", "1"), "Downloading ", "packages downloaded", "installing") {
    @Override
    String failed(String name, Path log, String lastLines) {
      return ToolchainErrors.pipFailed(name, log, lastLines);
    }
  };

  private final Map<String, String> environment;
  private final String download;
  private final String downloaded;
  private final String otherwise;

  BuildTool(Map<String, String> environment, String download, String downloaded, String otherwise) {
    this.environment = environment;
    this.download = download;
    this.downloaded = downloaded;
    this.otherwise = otherwise;
  }

  Map<String, String> environment() {
    return environment;
  }

  /** What to say of a run that goes on. */
  String state(Path log) throws IOException {
    try (var lines = Files.lines(log)) {
      var downloads = lines.filter(line -> line.strip().startsWith(download)).count();
      return downloads == 0 ? otherwise : downloads + " " + downloaded;
    }
  }

  abstract String failed(String name, Path log, String lastLines);
}
