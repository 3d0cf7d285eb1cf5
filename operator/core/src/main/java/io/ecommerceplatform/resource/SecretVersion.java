package io.ecommerceplatform.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in a field for the name of a version of a secret in AWS. It follows from what the Secret
 * in the cluster has, so that AWS shows whether it has the same without a look at either. No field
 * of a resource can hold its marks.
 *
 * @param secret name of the Secret, in the namespace of the platform
 * @param beside hash of what is in the version beside the values of the Secret
 */
public record SecretVersion(String secret, String beside) {
  private static final char OPEN = '\uE004';
  private static final char CLOSE = '\uE005';
  private static final Pattern TEXT = Pattern.compile(OPEN + "([^|]+)\\|([^|]+)" + CLOSE);

  /** The form in which it stands in a field. */
  public String text() {
    return OPEN + secret + "|" + beside + CLOSE;
  }

  /**
   * The fields with the names of versions in their places. Who does not know the content, as it is
   * not there yet or none of their business, does not ask for a version.
   */
  static ObjectNode resolved(ObjectNode settings, SecretFingerprints fingerprints) {
    ObjectNode copy = settings.deepCopy();
    settings
        .properties()
        .forEach(
            field -> {
              Matcher text = TEXT.matcher(field.getValue().asText());
              if (text.matches()) {
                Optional<String> name =
                    fingerprints.of(text.group(1)).map(content -> name(content, text.group(2)));
                copy.remove(field.getKey());
                name.ifPresent(known -> copy.set(field.getKey(), TextNode.valueOf(known)));
              }
            });
    return copy;
  }

  /** AWS takes the form of a UUID, and the fingerprint is keyed: it gives nothing away. */
  private static String name(String content, String beside) {
    byte[] both = (content + "/" + beside).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(both).toString();
  }
}
