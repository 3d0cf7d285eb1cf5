package io.ecommerceplatform.model;

import io.ecommerceplatform.catalogue.StoreEngine;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which settings of a server inside the cluster are passed on: none that the operator sets itself,
 * that runs a program, or that could be more than one setting.
 */
record ParameterRules(Resolution resolution) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,62}");
  private static final Pattern VALUE = Pattern.compile("\\P{Cntrl}*");

  Map<String, String> of(StoreRequest request, StoreEngine engine) {
    Map<String, String> accepted = new TreeMap<>();
    request.parameters.forEach(
        (name, value) ->
            refusal(name, value, engine)
                .ifPresentOrElse(
                    why -> refuse(request, name, why), () -> accepted.put(name, value)));
    return accepted;
  }

  private static Optional<String> refusal(String name, String value, StoreEngine engine) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("is no name of a setting");
    }
    if (value == null || !VALUE.matcher(value).matches()) {
      return Optional.of("has a value of more than one line");
    }
    return engine.reservedParameters().stream().anyMatch(reserved -> is(name, reserved))
        ? Optional.of("is set by the operator, or would run a program")
        : Optional.empty();
  }

  // servers take a dash for an underscore, and capitals for small letters
  private static boolean is(String name, String reserved) {
    String plain = name.toLowerCase(Locale.ROOT).replace('-', '_');
    return reserved.endsWith("*")
        ? plain.startsWith(reserved.substring(0, reserved.length() - 1))
        : plain.equals(reserved);
  }

  private void refuse(StoreRequest request, String name, String why) {
    String shown = NAME.matcher(name).matches() ? name : "?";
    resolution.report(
        ConditionType.DataReady,
        Reason.ParameterRefused,
        "%s.parameters[%s]".formatted(request.path, shown),
        "%s; take it out. The server runs without it".formatted(why));
  }
}
