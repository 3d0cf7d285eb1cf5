package io.ecommerceplatform.localplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads the data files of this module: Go modules, stages, manifests, the AWS emulator. */
public final class Resources {
  private Resources() {}

  public static String text(String name) {
    try (var in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is not in this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a folder of data files, which may be in a jar. */
  public static void copyFolder(String name, Path target) throws IOException {
    var place = Resources.class.getResource(name);
    if (place == null) {
      throw new IllegalStateException("resource folder " + name + " is not in this build");
    }
    try {
      var uri = place.toURI();
      if (uri.getScheme().equals("jar")) {
        var parts = uri.toString().split("!", 2);
        try (var jar = FileSystems.newFileSystem(URI.create(parts[0] + "!/"), Map.of())) {
          copyTree(jar.getPath(parts[1]), target);
        }
      } else {
        copyTree(Path.of(uri), target);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copyTree(Path source, Path target) throws IOException {
    try (var files = Files.walk(source)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(file));
      }
    }
  }
}
