package io.ecommerceplatform.cli.manifest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.cli.text.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the one platform of a YAML or JSON file; other objects in the file are passed over. */
public final class ResourceFile {
  private static final String STANDARD_INPUT = "-";

  private ResourceFile() {}

  /**
   * The platform with the defaults of the schema.
   *
   * @param file path of the file, or {@code -} for standard input
   */
  public static ObjectNode read(String file) {
    List<ObjectNode> platforms = new ArrayList<>();
    for (JsonNode document : documents(file)) {
      if ("ECommercePlatform".equals(document.path("kind").asText())
          && document instanceof ObjectNode platform) {
        platforms.add(platform);
      }
    }
    if (platforms.size() != 1) {
      throw new UserError(
          file + (platforms.isEmpty() ? " has no" : " has more than one") + " ECommercePlatform",
          "the same command with a file that has one, such as samples/minimal.yaml");
    }
    return PlatformSchema.load().complete(platforms.get(0), file);
  }

  private static List<JsonNode> documents(String file) {
    YAMLMapper mapper = new YAMLMapper();
    try (InputStream in =
            STANDARD_INPUT.equals(file) ? System.in : Files.newInputStream(Path.of(file));
        MappingIterator<JsonNode> documents = mapper.readerFor(JsonNode.class).readValues(in)) {
      return documents.readAll();
    } catch (NoSuchFileException e) {
      throw new UserError("there is no file " + file, "ls " + parent(file), e);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where = at == null ? "" : " (line " + at.getLineNr() + ")";
      throw new UserError(
          file + where + " is no YAML: " + e.getOriginalMessage().lines().findFirst().orElse(""),
          "correct the file",
          e);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e.getMessage(), "ls -l " + file, e);
    } catch (UncheckedIOException e) {
      throw new UserError("cannot read " + file, "ls -l " + file, e);
    }
  }

  private static String parent(String file) {
    Path parent = Path.of(file).getParent();
    return parent == null ? "." : parent.toString();
  }
}
