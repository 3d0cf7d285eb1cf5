package io.ecommerceplatform.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Settings of a server as its arguments, which no shell reads.
 *
 * @param parameters values by name
 */
record ServerFlags(Map<String, String> parameters) {

  /** For example {@code -c work_mem=64MB}. */
  List<String> pairs(String flag) {
    List<String> args = new ArrayList<>();
    parameters.forEach((name, value) -> args.addAll(List.of(flag, name + "=" + literal(value))));
    return args;
  }

  /** For example {@code --max_connections=500}. */
  List<String> joined() {
    List<String> args = new ArrayList<>();
    parameters.forEach((name, value) -> args.add("--" + name + "=" + literal(value)));
    return args;
  }

  /** For example {@code --maxmemory-policy allkeys-lru}. */
  List<String> separate() {
    List<String> args = new ArrayList<>();
    parameters.forEach((name, value) -> args.addAll(List.of("--" + name, literal(value))));
    return args;
  }

  /** Behind a script that passes on what it is given: the name of the program, then the flags. */
  static List<String> behindScript(String program, List<String> flags) {
    List<String> args = new ArrayList<>();
    if (!flags.isEmpty()) {
      args.add(program);
      args.addAll(flags);
    }
    return args;
  }

  // Kubernetes would put a variable of the container, the password too, in the place of $(NAME)
  private static String literal(String value) {
    return value.replace("$(", "$$(");
  }
}
