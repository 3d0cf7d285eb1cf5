package io.ecommerceplatform.operator.faults;

import io.ecommerceplatform.localplane.junit.Kubeconfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/**
 * Stands between the operator and the API server, and lets through what the test allows. The
 * operator's half is plain HTTP on loopback; the token goes on as it came.
 */
public final class ApiProxy implements AutoCloseable {
  private static final int ALWAYS = Integer.MAX_VALUE;
  private static final int BACKLOG = 256;

  private final ServerSocket listener;
  private final URI server;
  private final SSLSocketFactory tls;
  private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private volatile Predicate<Call> witness = call -> true;
  private volatile boolean refusing;

  private ApiProxy(ServerSocket listener, URI server, SSLSocketFactory tls) {
    this.listener = listener;
    this.server = server;
    this.tls = tls;
  }

  /** A proxy before the API server of a kubeconfig. */
  public static ApiProxy before(Kubeconfig plane) throws IOException {
    Config config = plane.config();
    ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    ApiProxy proxy = new ApiProxy(listener, URI.create(config.getMasterUrl()), trust(config));
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  // the administrator's certificate must not vouch for what comes with another token
  private static SSLSocketFactory trust(Config config) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, SSLUtils.trustManagers(config), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IOException("the plane's certificates cannot be read", e);
    }
  }

  /** The same account, by way of the proxy. */
  public Kubeconfig on(Kubeconfig account) throws IOException {
    String direct = "https://" + server.getHost() + ":" + server.getPort();
    String text = Files.readString(account.path());
    if (!text.contains(direct)) {
      throw new IOException(account.path() + " does not name " + direct);
    }
    Path file = account.folder().resolve("by-proxy-" + listener.getLocalPort() + ".kubeconfig");
    Files.writeString(file, text.replace(direct, "http://127.0.0.1:" + listener.getLocalPort()));
    return new Kubeconfig(file, account.folder());
  }

  /** A fault for every request of a kind, until the rules are cleared. */
  public Rule when(Predicate<Call> calls, Fault fault) {
    return when(calls, fault, ALWAYS);
  }

  /** A fault for the next so many requests of a kind; of two rules the older one counts first. */
  public Rule when(Predicate<Call> calls, Fault fault, int times) {
    Rule rule = new Rule(calls, fault, times);
    rules.add(rule);
    return rule;
  }

  /** From now on everything goes through again. */
  public void clear() {
    rules.clear();
  }

  /**
   * Asked about every request, in place of who was asked before. One that it denies vanishes with
   * its connection; while it thinks, the request waits.
   */
  public void witness(Predicate<Call> next) {
    witness = next;
  }

  boolean letsThrough(Call call) {
    return witness.test(call);
  }

  /** Ends every connection that is open now, as when a load balancer forgets them. */
  public void cut() {
    open.forEach(Exchange::cut);
  }

  /** Ends all connections and takes no new ones, as when the API server is down. */
  public void down() {
    refusing = true;
    cut();
  }

  public void up() {
    refusing = false;
  }

  /** Every watch that is open now stays open, and nothing comes through it any more. */
  public int freezeWatches() {
    List<Exchange> watches = open.stream().filter(e -> e.call().isWatch()).toList();
    watches.forEach(Exchange::silence);
    return watches.size();
  }

  /** Whether such a watch is open, and nothing comes through it. */
  public boolean isFrozen(Predicate<Call> calls) {
    return open.stream().anyMatch(e -> e.isSilent() && calls.test(e.call()));
  }

  /** Null for none. */
  Fault faultFor(Call call) {
    return rules.stream().filter(r -> r.hits(call)).map(Rule::fault).findFirst().orElse(null);
  }

  Socket connect() throws IOException {
    return tls.createSocket(server.getHost(), server.getPort());
  }

  void ended(Exchange exchange) {
    open.remove(exchange);
  }

  private void accept() {
    try {
      while (true) {
        Exchange exchange = new Exchange(listener.accept(), this);
        if (refusing) {
          exchange.cut();
        } else {
          open.add(exchange);
          Thread.ofVirtual().start(exchange);
        }
      }
    } catch (SocketException e) {
      cut(); // closed
    } catch (IOException e) {
      throw new IllegalStateException("the proxy takes no more connections", e);
    }
  }

  @Override
  public void close() throws IOException {
    refusing = true;
    listener.close();
    cut();
  }
}
