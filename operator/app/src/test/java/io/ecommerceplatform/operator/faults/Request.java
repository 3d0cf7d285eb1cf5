package io.ecommerceplatform.operator.faults;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP/1.1 request as it was read from a connection.
 *
 * @param method first word of the request line
 * @param target second word of it
 * @param headers the lines below it
 * @param body empty for none
 */
record Request(String method, String target, List<String> headers, byte[] body) {

  /** Reads one request; empty when the client closed the connection instead. */
  static Optional<Request> read(InputStream in) throws IOException {
    String first = line(in);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<String> headers = new ArrayList<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      headers.add(header);
    }
    String[] words = first.split(" ");
    Request head = new Request(words[0], words[1], headers, new byte[0]);
    int length = head.header("content-length").map(Integer::parseInt).orElse(0);
    return Optional.of(new Request(words[0], words[1], headers, exactly(in, length)));
  }

  Call call() {
    int mark = target.indexOf('?');
    return mark < 0
        ? new Call(method, target, "")
        : new Call(method, target.substring(0, mark), target.substring(mark + 1));
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(h -> h.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(h -> h.substring(name.length() + 1).strip())
        .findFirst();
  }

  boolean isUpgrade() {
    return header("upgrade").isPresent();
  }

  /** The bytes for the API server: one request per connection, unless it becomes a WebSocket. */
  byte[] forwarded() {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.stream()
        .filter(h -> isUpgrade() || !h.toLowerCase(Locale.ROOT).startsWith("connection:"))
        .forEach(h -> head.append(h).append("\r\n"));
    head.append(isUpgrade() ? "\r\n" : "Connection: close\r\n\r\n");
    byte[] text = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[text.length + body.length];
    System.arraycopy(text, 0, all, 0, text.length);
    System.arraycopy(body, 0, all, text.length, body.length);
    return all;
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the client left in the middle of a request");
    }
    return body;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
