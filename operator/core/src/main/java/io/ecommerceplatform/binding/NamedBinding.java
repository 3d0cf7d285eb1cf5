package io.ecommerceplatform.binding;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Gives a service without a contract what it uses, under names made from the store's name: {@code
 * <NAME>_HOST}, {@code _PORT}, {@code _CLUSTER_NODES}, {@code _SENTINEL_NODES}, {@code
 * _SENTINEL_MASTER}, {@code _TLS}, {@code _CA_FILE}, {@code _DATABASE}, {@code _USERNAME}, {@code
 * _PASSWORD}, {@code _POOL_MAX}, {@code _SECURITY_PROTOCOL}, {@code _SASL_MECHANISM}, {@code
 * _SASL_JAAS_CONFIG}, {@code _ARN}, {@code _URL} and {@code _READER_URL}; of a bucket {@code
 * _BUCKET} and {@code _REGION}, of a table {@code _TABLE}, {@code _ARN} and {@code _REGION}.
 *
 * @param use the name by which the service uses the store
 */
public record NamedBinding(String use) {
  // the address last, because it is composed from variables before it
  private static final List<Map.Entry<String, String>> SUFFIXES =
      List.of(
          Map.entry("host", "_HOST"),
          Map.entry("port", "_PORT"),
          Map.entry("clusterNodes", "_CLUSTER_NODES"),
          Map.entry("sentinelNodes", "_SENTINEL_NODES"),
          Map.entry("sentinelMaster", "_SENTINEL_MASTER"),
          Map.entry("tls", "_TLS"),
          Map.entry("caFile", "_CA_FILE"),
          Map.entry("name", "_DATABASE"),
          Map.entry("username", "_USERNAME"),
          Map.entry("password", "_PASSWORD"),
          Map.entry("poolMax", "_POOL_MAX"),
          Map.entry("securityProtocol", "_SECURITY_PROTOCOL"),
          Map.entry("saslMechanism", "_SASL_MECHANISM"),
          Map.entry("saslJaasConfig", "_SASL_JAAS_CONFIG"),
          Map.entry("arn", "_ARN"),
          Map.entry("bucket", "_BUCKET"),
          Map.entry("table", "_TABLE"),
          Map.entry("region", "_REGION"),
          Map.entry("uri", "_URL"),
          Map.entry("readerUri", "_READER_URL"));

  public void bind(Map<String, Value> outputs, EnvironmentBuilder environment) {
    String prefix = use.toUpperCase(Locale.ROOT).replace('-', '_');
    for (Map.Entry<String, String> suffix : SUFFIXES) {
      Value value = outputs.get(suffix.getKey());
      if (value != null) {
        environment.put(prefix + suffix.getValue(), value);
      }
    }
  }
}
