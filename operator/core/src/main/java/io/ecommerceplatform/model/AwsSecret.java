package io.ecommerceplatform.model;

import io.ecommerceplatform.resource.SecretVersion;
import java.util.Map;

/**
 * A copy of what the cluster keeps secret, in Secrets Manager.
 *
 * @param name its name in the resource
 * @param path the field that asks for it
 * @param awsName empty for a derived one
 * @param source the Secret that it is a copy of
 * @param value its keys; what only the Secret or another item knows stands in them as a reference
 * @param version of its content
 */
public record AwsSecret(
    String name,
    String path,
    String awsName,
    String source,
    Map<String, String> value,
    SecretVersion version) {
  /** Type of the item that it becomes. */
  public static final String TYPE = "secretsmanager.Secret";

  public AwsSecret {
    value = Map.copyOf(value);
  }
}
