package io.ecommerceplatform.localplane.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the API server was asked, by whom; the only witness of "no request was sent". The API server
 * writes an entry before it answers.
 *
 * @param file the plane's audit log
 */
public record AuditLog(Path file) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * One finished request.
   *
   * @param user who asked, for example {@code system:serviceaccount:ns:name}
   * @param verb for example {@code patch}
   * @param group API group; empty for the core one
   * @param resource plural name; empty for paths that are none
   * @param subresource for example {@code status}; empty for the object itself
   * @param namespace empty for cluster-scoped resources
   * @param name empty for lists and creations
   * @param code HTTP status of the answer
   * @param at when the answer was complete
   */
  public record Request(
      String user,
      String verb,
      String group,
      String resource,
      String subresource,
      String namespace,
      String name,
      int code,
      Instant at) {}

  /** The present end of the log: a place to read on from. */
  public long mark() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Requests of a user about objects of a namespace since a mark; watches are left out. */
  public List<Request> since(long mark, String user, String namespace) {
    return read(mark)
        .filter(entry -> entry.path("stage").asText().equals("ResponseComplete"))
        .map(AuditLog::request)
        .filter(r -> r.user().equals(user) && r.namespace().equals(namespace))
        .filter(r -> !r.verb().equals("watch"))
        .toList();
  }

  /** Everything that a user asked since a mark, in all namespaces and none, watches included. */
  public List<Request> since(long mark, String user) {
    return read(mark).map(AuditLog::request).filter(r -> r.user().equals(user)).toList();
  }

  private Stream<JsonNode> read(long mark) {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(mark);
      byte[] bytes = new byte[(int) (log.length() - mark)];
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.substring(0, text.lastIndexOf('\n') + 1) // the last line may be half written
          .lines()
          .map(AuditLog::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException("not an audit entry: " + line, e);
    }
  }

  private static Request request(JsonNode entry) {
    JsonNode object = entry.path("objectRef");
    return new Request(
        entry.at("/user/username").asText(),
        entry.path("verb").asText(),
        object.path("apiGroup").asText(),
        object.path("resource").asText(),
        object.path("subresource").asText(),
        object.path("namespace").asText(),
        object.path("name").asText(),
        entry.at("/responseStatus/code").asInt(),
        Instant.parse(entry.path("stageTimestamp").asText()));
  }
}
