package io.ecommerceplatform.operator.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection of a client, with the connection to the API server that belongs to it. */
final class Exchange implements Runnable {
  private static final int CHUNK = 16_384;

  private final Socket client;
  private final ApiProxy proxy;
  private final CountDownLatch cut = new CountDownLatch(1);
  private volatile Socket server;
  private volatile Call call = new Call("", "", "");
  private volatile boolean silent;

  Exchange(Socket client, ApiProxy proxy) {
    this.client = client;
    this.proxy = proxy;
  }

  Call call() {
    return call;
  }

  /** From now on both sides believe that the connection lives, and hear nothing. */
  void silence() {
    silent = true;
  }

  boolean isSilent() {
    return silent;
  }

  void cut() {
    cut.countDown();
    close(client);
    close(server);
  }

  @Override
  public void run() {
    try {
      InputStream in = new BufferedInputStream(client.getInputStream());
      Request request = Request.read(in).orElse(null);
      if (request != null) {
        call = request.call();
        if (proxy.letsThrough(call)) {
          serve(request, in, proxy.faultFor(call));
        }
      }
    } catch (IOException e) {
      // one side has left; the other one is told by the end of its connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cut();
      proxy.ended(this);
    }
  }

  private void serve(Request request, InputStream in, Fault fault)
      throws IOException, InterruptedException {
    switch (fault) {
      case Fault.Answer answer -> Answers.write(client.getOutputStream(), answer);
      case Fault.Gone gone -> Answers.gone(client.getOutputStream(), request);
      case Fault.LostAnswer lost -> {
        forward(request);
        server.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
      case Fault.Silence silence -> {
        silent = true;
        through(request, in);
      }
      case Fault.Delay delay -> {
        if (!cut.await(delay.time().toMillis(), TimeUnit.MILLISECONDS)) {
          through(request, in);
        }
      }
      case null -> through(request, in);
    }
  }

  private void through(Request request, InputStream in) throws IOException, InterruptedException {
    forward(request);
    // what the client still says, if only that it leaves
    Thread.ofVirtual().start(() -> pump(in, server));
    copy(server.getInputStream(), client.getOutputStream());
  }

  private void forward(Request request) throws IOException {
    server = proxy.connect();
    server.getOutputStream().write(request.forwarded());
    server.getOutputStream().flush();
  }

  private void pump(InputStream from, Socket to) {
    try {
      copy(from, to.getOutputStream());
    } catch (IOException e) {
      // as above
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cut();
    }
  }

  private void copy(InputStream from, OutputStream to) throws IOException, InterruptedException {
    byte[] chunk = new byte[CHUNK];
    boolean handshake = true; // a watch that is silent from the start is open all the same
    for (int length = from.read(chunk); length >= 0; length = from.read(chunk)) {
      if (!silent || handshake) {
        to.write(chunk, 0, length);
        to.flush();
      }
      handshake = false;
    }
    if (silent) {
      cut.await(); // not even that the other side has left
    }
  }

  private static void close(Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("a socket cannot be closed", e);
    }
  }
}
