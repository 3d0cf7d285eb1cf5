package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.security.EncryptionSpec;
import io.ecommerceplatform.resource.Json;
import java.util.List;
import java.util.Optional;

/** The key of a platform whose data is not encrypted with keys of AWS. */
record EncryptionRules(Resolution resolution) {
  private static final String POLICY = "deletionPolicy";
  private static final EncryptionSpec NONE = new EncryptionSpec(null, null);

  /** Empty when the keys of AWS will do. */
  Optional<AwsKey> key() {
    EncryptionSpec spec = or(resolution.spec().encryption(), NONE);
    return or(spec.kms(), resolution.defaults().encryption().kms())
        ? Optional.of(new AwsKey("spec.encryption.kms", or(spec.awsName(), ""), policy()))
        : Optional.empty();
  }

  /** What stays, a snapshot too, can be read only as long as its key is there. */
  private DeletionPolicy policy() {
    boolean allGoes = resolution.spec().aws().deletionPolicy() == DeletionPolicy.Delete;
    List<String> all = Json.tree(resolution.spec()).findValuesAsText(POLICY);
    return allGoes && all.stream().allMatch(DeletionPolicy.Delete.name()::equals)
        ? DeletionPolicy.Delete
        : DeletionPolicy.Retain;
  }
}
