package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.AwsRole;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.Map;
import java.util.Optional;

/** Who pods are: nobody in the cluster, and in AWS whom a role of their own lets them be. */
final class PodIdentity {
  private PodIdentity() {}

  static ServiceAccount of(ObjectMeta metadata, Optional<String> roleArn) {
    return new ServiceAccountBuilder()
        .withMetadata(metadata)
        .editMetadata()
        .addToAnnotations(annotations(roleArn))
        .endMetadata()
        .withAutomountServiceAccountToken(false)
        .build();
  }

  /** Also on pods: those that started before the role have to start again to get it. */
  static Map<String, String> annotations(Optional<String> roleArn) {
    return roleArn.map(arn -> Map.of(AwsRole.ANNOTATION, arn)).orElse(Map.of());
  }
}
