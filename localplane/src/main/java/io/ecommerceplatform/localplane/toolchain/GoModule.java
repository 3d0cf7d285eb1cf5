package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import io.ecommerceplatform.localplane.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A committed Go module that tests need and the plane does not: kept in a cache of its own.
 *
 * @param name its folder below {@code tools}
 * @param files its files
 */
record GoModule(String name, List<String> files) {
  private static final Pattern GO = Pattern.compile("(?m)^go (\\S+)$");

  /** Names the cache folder: what counts is the module and what is made of it, and how. */
  String hash(String how) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(file -> digest.update(text(file).getBytes(StandardCharsets.UTF_8)));
      digest.update(how.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The Go release that it asks for. */
  String goVersion() {
    var found = GO.matcher(text("go.mod"));
    if (!found.find()) {
      throw new PlaneException("tools/" + name + "/go.mod has no line that names a Go release");
    }
    return found.group(1);
  }

  /** Writes it below a folder and says where it is. */
  Path copyTo(Path folder) throws IOException {
    var module = Files.createDirectories(folder.resolve(name));
    for (var file : files) {
      Files.writeString(module.resolve(file), text(file));
    }
    return module;
  }

  private String text(String file) {
    return Resources.text("tools/" + name + "/" + file);
  }
}
