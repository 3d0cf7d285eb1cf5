package io.ecommerceplatform.cli.cluster;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * HTTP clients that can be ended: closing the Kubernetes client leaves the selector thread of the
 * JDK's client in a native call, for which the JVM waits 300 ms when it exits.
 */
final class EndingHttpClients extends JdkHttpClientFactory {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final List<HttpClient> built = new CopyOnWriteArrayList<>();

  @Override
  protected HttpClient.Builder createNewHttpClientBuilder() {
    HttpClient.Builder builder = super.createNewHttpClientBuilder();
    return (HttpClient.Builder)
        Proxy.newProxyInstance(
            EndingHttpClients.class.getClassLoader(),
            new Class<?>[] {HttpClient.Builder.class},
            (self, method, arguments) -> noticed(self, invoke(builder, method, arguments)));
  }

  private Object noticed(Object self, Object result) {
    if (result instanceof HttpClient client) {
      built.add(client);
    }
    return result instanceof HttpClient.Builder ? self : result;
  }

  private static Object invoke(Object target, Method method, Object[] arguments)
      throws IllegalAccessException, InvocationTargetException {
    return method.invoke(target, arguments);
  }

  void end() {
    built.forEach(HttpClient::shutdownNow);
    for (HttpClient client : built) {
      try {
        client.awaitTermination(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
