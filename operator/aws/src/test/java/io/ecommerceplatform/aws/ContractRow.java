package io.ecommerceplatform.aws;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.ObjectRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What the contract suite needs to know of one kind: a platform with it, and the same one with
 * every field changed that can be changed in place.
 *
 * @param type the kind's type
 * @param before name of a file under {@code contract/}
 * @param after the same with other values
 * @param create operation of the API that makes one, as a pattern
 * @param hasOwnNames true when the file gives names in AWS, which another platform could give, too
 */
record ContractRow(String type, String before, String after, String create, boolean hasOwnNames) {

  Platform platformBefore() {
    return platform(before);
  }

  boolean isAbout(ObjectRef ref) {
    return ref.kind().equals(type);
  }

  static Platform platform(String file) {
    return EngineLife.platform("shop", text(file));
  }

  static String text(String file) {
    String path = "/contract/" + file + ".yaml";
    try (InputStream in = ContractRow.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return type;
  }
}
