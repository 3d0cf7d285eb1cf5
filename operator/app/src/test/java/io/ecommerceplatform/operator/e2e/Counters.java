package io.ecommerceplatform.operator.e2e;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The API server's own count of requests by verb, whoever sent them.
 *
 * @param byVerb for example {@code APPLY}
 */
record Counters(Map<String, Long> byVerb) {
  private static final Pattern LINE =
      Pattern.compile("^apiserver_request_total\\{.*verb=\"([A-Z]+)\".*} ([0-9.e+]+)$");

  static Counters now(KubernetesClient admin) {
    Map<String, Long> sums = new TreeMap<>();
    admin
        .raw("/metrics")
        .lines()
        .map(LINE::matcher)
        .filter(m -> m.matches())
        .forEach(m -> sums.merge(m.group(1), (long) Double.parseDouble(m.group(2)), Long::sum));
    return new Counters(sums);
  }

  long since(Counters before, String verb) {
    return byVerb.getOrDefault(verb, 0L) - before.byVerb.getOrDefault(verb, 0L);
  }
}
