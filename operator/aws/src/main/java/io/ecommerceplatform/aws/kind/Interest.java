package io.ecommerceplatform.aws.kind;

import java.util.Set;

/**
 * Which items somebody wants to know about; for types that are read one by one.
 *
 * @param names names in AWS that platforms want or wanted
 */
public record Interest(Set<String> names) {

  public Interest {
    names = Set.copyOf(names);
  }

  public boolean has(String awsName) {
    return names.contains(awsName);
  }
}
