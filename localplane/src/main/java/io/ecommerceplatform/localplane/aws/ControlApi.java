package io.ecommerceplatform.localplane.aws;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The emulator's own API, below {@code /_emulator}. */
record ControlApi(URI endpoint, HttpClient client) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static ControlApi of(URI endpoint) {
    return new ControlApi(
        endpoint, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  <T> T get(String path, TypeReference<T> type) {
    return read(send("GET", path, ""), type);
  }

  void post(String path, Object body) {
    try {
      send("POST", path, MAPPER.writeValueAsString(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String path) {
    send("DELETE", path, "");
  }

  private static <T> T read(String text, TypeReference<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException("not what was expected: " + text, e);
    }
  }

  private String send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(endpoint.resolve("/_emulator/" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "%s %s: %s %s".formatted(method, path, response.statusCode(), response.body()));
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException("the AWS emulator does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
