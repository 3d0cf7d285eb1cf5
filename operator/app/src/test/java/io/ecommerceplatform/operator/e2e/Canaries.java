package io.ecommerceplatform.operator.e2e;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of Secrets, each of which must be found in no other place, in no form that gives it away.
 */
final class Canaries {
  /** Names of users, hosts and the like, which stand beside passwords and are no secrets. */
  private static final Set<String> OPEN = Set.of("username");

  private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_-]{16,}");
  private static final int SHORTEST = 8;

  /** Where it is from, by form. */
  private final Map<String, String> forms = new TreeMap<>();

  /** The values of a Secret as it is now; those of before stay. */
  void add(Secret secret) {
    if (secret.getData() == null) {
      return;
    }
    secret
        .getData()
        .forEach(
            (key, encoded) -> {
              String value =
                  new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
              String source = secret.getMetadata().getName() + "/" + key;
              if (!OPEN.contains(key)) {
                add(source, value);
              }
            });
  }

  private void add(String source, String value) {
    if (value.length() < SHORTEST) {
      throw new IllegalArgumentException(source + " is too short to be looked for: " + value);
    }
    addForms(source, value);
    // a password inside of a file or an address
    if (!WORDS.matcher(value).matches()) {
      Matcher words = WORDS.matcher(value);
      while (words.find()) {
        addForms(source, words.group());
      }
    }
  }

  private void addForms(String source, String value) {
    forms.put(value, source);
    forms.put(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"), source);
    for (int before = 0; before < 3; before++) {
      forms.put(inBase64(value, before), source + " in base64");
    }
  }

  /** What base64 has of a value, whatever stands before and behind it. */
  private static String inBase64(String value, int bytesBefore) {
    byte[] padded = (" ".repeat(bytesBefore) + value).getBytes(StandardCharsets.UTF_8);
    int whole = padded.length / 3 * 3;
    String text = Base64.getEncoder().withoutPadding().encodeToString(padded);
    return text.substring(bytesBefore == 0 ? 0 : 4, whole / 3 * 4);
  }

  int size() {
    return forms.size();
  }

  Set<String> sources() {
    return Set.copyOf(forms.values());
  }

  /** What of them a text has: where each is from, and what stands before it. */
  List<String> in(String text) {
    List<String> found = new ArrayList<>();
    forms.forEach(
        (form, source) -> {
          int at = text.indexOf(form);
          if (at >= 0) {
            found.add(source + " after: " + text.substring(Math.max(0, at - 300), at));
          }
        });
    return found;
  }
}
