package io.ecommerceplatform.operator.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Writes what the API server would have written. */
final class Answers {
  private static final String WEBSOCKET = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455

  private Answers() {}

  static void write(OutputStream out, Fault.Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.code() + " As-The-Test-Says\r\n");
    answer.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Type: application/json\r\nConnection: close\r\n");
    head.append("Content-Length: " + body.length + "\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  /** A watch with one event, in the form that the client asked for. */
  static void gone(OutputStream out, Request request) throws IOException {
    String event = "{\"type\":\"ERROR\",\"object\":%s}\n".formatted(Status.json(410, "Expired"));
    if (!request.isUpgrade()) {
      write(out, new Fault.Answer(200, Map.of(), event));
      return;
    }
    String key = request.header("sec-websocket-key").orElseThrow();
    String head =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: %s\r\n\r\n".formatted(accept(key));
    byte[] text = event.getBytes(StandardCharsets.UTF_8);
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    // the last frame of a text, with its length in two bytes
    out.write(new byte[] {(byte) 0x81, 126, (byte) (text.length >> 8), (byte) text.length});
    out.write(text);
    out.write(new byte[] {(byte) 0x88, 2, 3, (byte) 0xE8}); // closed normally
    out.flush();
  }

  private static String accept(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] digest = sha1.digest((key + WEBSOCKET).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-1", e);
    }
  }
}
