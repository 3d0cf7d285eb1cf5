package io.ecommerceplatform.localplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  @Test
  void noPortIsGivenTwice() {
    assertThat(claims(50)).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void noPortIsOneThatAConnectionMayTake() {
    assertThat(claims(50)).allMatch(port -> port < 30_000);
  }

  /** So many that two processes which know nothing of each other could not but meet. */
  @Test
  void processesOfOneTimeAreGivenDifferentPorts() throws IOException {
    var processes = Stream.of(claimer(), claimer()).toList();

    var given = new ArrayList<>(claims(1000));
    for (var process : processes) {
      given.addAll(read(process));
    }

    processes.forEach(Process::destroy);
    assertThat(given).hasSize(3000).doesNotHaveDuplicates();
  }

  @Test
  void aPortThatIsListenedOnIsNotGiven() throws IOException {
    var busy = new ArrayList<ServerSocket>();
    for (int port : claims(20)) {
      busy.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    }

    assertThat(claims(20)).doesNotContainAnyElementsOf(ports(busy));
    for (var socket : busy) {
      socket.close();
    }
  }

  private static List<Integer> ports(List<ServerSocket> sockets) {
    return sockets.stream().map(ServerSocket::getLocalPort).toList();
  }

  private static List<Integer> claims(int count) {
    return IntStream.range(0, count).mapToObj(i -> FreePorts.claim()).toList();
  }

  /** It keeps its claims until it is stopped. */
  private static Process claimer() {
    try {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Claimer.class.getName())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Integer> read(Process process) throws IOException {
    var line = process.inputReader().readLine();
    return Stream.of(line.split(",")).map(Integer::valueOf).toList();
  }

  /** The other process. */
  static final class Claimer {
    public static void main(String[] arguments) throws IOException {
      System.out.println(String.join(",", claims(1000).stream().map(String::valueOf).toList()));
      System.in.read();
    }
  }
}
