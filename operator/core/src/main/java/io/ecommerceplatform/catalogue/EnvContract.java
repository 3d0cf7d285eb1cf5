package io.ecommerceplatform.catalogue;

import java.util.List;

/** The variables that one service reads, as its file under workloads/contracts/env says. */
public record EnvContract(String service, List<EnvVariable> variables) {
  public EnvContract {
    variables = List.copyOf(variables);
  }
}
