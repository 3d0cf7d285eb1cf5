package io.ecommerceplatform.localplane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Loopback ports for programs that are told their port and open it later.
 *
 * <p>A port that the system chooses is of the range that it also takes for connections, so any
 * connection of the machine may have it before the program does. These are of a range below, and
 * belong to this process until it ends: other processes of the same user see the claim.
 */
public final class FreePorts {
  /** Below what Linux (32768) and macOS (49152) use for connections, and below node ports. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 10_000;
  private static final FileChannel CLAIMS = open();

  private FreePorts() {}

  /** A port that nobody listens on and that no other process is given. */
  public static int claim() {
    var start = ThreadLocalRandom.current().nextInt(COUNT);
    return IntStream.range(0, COUNT)
        .map(i -> FIRST + (start + i) % COUNT)
        .filter(port -> isMine(port) && isFree(port))
        .findFirst()
        .orElseThrow(() -> new PlaneException("no free port on 127.0.0.1"));
  }

  /** One byte of the file stands for one port; the system frees it with the process. */
  private static boolean isMine(int port) {
    try {
      return CLAIMS.tryLock(port, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new PlaneException("no port can be claimed: " + e.getMessage(), e);
    }
  }

  private static boolean isFree(int port) {
    try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  private static FileChannel open() {
    var file =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            "ecommerce-platform-ports-" + System.getProperty("user.name"));
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new PlaneException("%s cannot be opened: %s".formatted(file, e.getMessage()), e);
    }
  }
}
