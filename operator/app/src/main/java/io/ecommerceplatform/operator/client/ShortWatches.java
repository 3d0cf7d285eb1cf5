package io.ecommerceplatform.operator.client;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Asks the API server to end each watch before long, so that a silence which lasts longer means a
 * dead connection. The watch goes on from where it was, without a new list.
 *
 * @param timeout how long the API server keeps one watch open
 */
record ShortWatches(Duration timeout) implements Interceptor {
  private static final Pattern TIMEOUT = Pattern.compile("timeoutSeconds=\\d+");

  /** Half as long again: time for an end that is on its way. */
  Duration longestSilence() {
    return timeout.plus(timeout.dividedBy(2));
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    URI uri = request.uri();
    String query = uri.getRawQuery();
    if (query == null || !query.contains("watch=true")) {
      return;
    }
    String wanted = "timeoutSeconds=" + timeout.toSeconds();
    String shorter =
        TIMEOUT.matcher(query).find()
            ? TIMEOUT.matcher(query).replaceFirst(wanted)
            : query + "&" + wanted;
    builder.uri(URI.create(uri.toString().replace(query, shorter)));
  }
}
