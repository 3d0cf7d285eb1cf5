package io.ecommerceplatform.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * One environment variable of a service.
 *
 * @param from what the operator fills it with; {@link #source()} is its parsed form
 * @param when the only situation in which the variable exists, or null for always
 * @param fallback the value when the source resolves to nothing, or null
 */
public record EnvVariable(
    String name,
    Type type,
    String from,
    EnvCondition when,
    boolean required,
    boolean secret,
    @JsonProperty("default") String fallback,
    String description) {

  /** How the value is read; a duration is ISO 8601. */
  public enum Type {
    @JsonProperty("string")
    STRING,
    @JsonProperty("int")
    INT,
    @JsonProperty("bool")
    BOOL,
    @JsonProperty("url")
    URL,
    @JsonProperty("duration")
    DURATION,
    @JsonProperty("secret")
    SECRET
  }

  public EnvSource source() {
    return EnvSource.parse(from);
  }

  public Optional<String> defaultValue() {
    return Optional.ofNullable(fallback);
  }
}
