package io.ecommerceplatform.catalogue;

import java.util.List;
import java.util.Optional;

/** The variables that one service reads, as its file under workloads/contracts/env says. */
public record EnvContract(String service, List<EnvVariable> variables) {
  public EnvContract {
    variables = List.copyOf(variables);
  }

  public Optional<EnvVariable> variable(String name) {
    return variables.stream().filter(v -> v.name().equals(name)).findFirst();
  }
}
