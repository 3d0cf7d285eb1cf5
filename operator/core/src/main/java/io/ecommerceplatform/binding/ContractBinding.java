package io.ecommerceplatform.binding;

import io.ecommerceplatform.catalogue.EnvContract;
import io.ecommerceplatform.catalogue.EnvVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills the variables that a bundled service says it reads.
 *
 * @param contract what the service reads
 */
public record ContractBinding(EnvContract contract) {

  /** Adds every variable that has a value and returns the required ones that have none. */
  public List<EnvVariable> bind(Facts facts, EnvironmentBuilder environment) {
    List<EnvVariable> missing = new ArrayList<>();
    for (EnvVariable variable : contract.variables()) {
      if (variable.when() != null && !facts.holds(variable.when())) {
        continue;
      }
      Optional<Value> value =
          facts.value(variable.source()).or(() -> variable.defaultValue().map(Value.Plain::new));
      value.ifPresent(v -> environment.put(variable.name(), v));
      if (value.isEmpty() && variable.required()) {
        missing.add(variable);
      }
    }
    return missing;
  }
}
