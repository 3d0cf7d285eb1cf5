package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The committed Go modules, read from the class path so that no checkout is needed at run time. */
public record ModuleSources(SortedMap<String, String> files) {

  public static ModuleSources load() {
    var files = new TreeMap<String, String>();
    for (var target : BuildTarget.values()) {
      for (var file : target.files()) {
        files.put(file, Resources.text("tools/" + file));
      }
    }
    return new ModuleSources(files);
  }

  /**
   * Names the cache folder: modules, checksums and flags count, and the machine they are built for.
   * The installed Go does not: its go.mod line pins the language, and without it an upgrade of Go
   * would cost everybody a rebuild.
   */
  public String hash(String platform) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, text) ->
              digest.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
      digest.update((platform + GoBuild.flags(this)).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The Go release that the modules ask for, such as {@code 1.26.0}. */
  public String goVersion() {
    return find("controlplane/go.mod", "(?m)^go (\\S+)$");
  }

  /** The release of a required module, such as {@code v1.35.8}. */
  public String version(BuildTarget target, String module) {
    return find(target.module() + "/go.mod", "(?m)^\\s*" + Pattern.quote(module) + " (v\\S+)");
  }

  public void copyTo(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private String find(String file, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(files.get(file));
    if (!matcher.find()) {
      throw new IllegalStateException(file + " has no line like " + pattern);
    }
    return matcher.group(1);
  }
}
