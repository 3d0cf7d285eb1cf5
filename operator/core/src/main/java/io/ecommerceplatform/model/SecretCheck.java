package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.SecretKeyRef;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.Set;

/** Reports a key of a Secret that somebody else will read and that is not there. */
record SecretCheck(Resolution resolution, ConditionType part) {

  void check(String path, SecretKeyRef ref) {
    Set<String> keys = resolution.facts().secretKeys().get(ref.name());
    if (keys == null || !keys.contains(ref.key())) {
      resolution.report(
          part,
          Reason.SecretNotFound,
          path,
          "Secret %s %s; type: kubectl -n %s create secret generic %s --from-literal=%s=<value>"
              .formatted(
                  ref.name(),
                  keys == null ? "does not exist" : "has no key " + ref.key(),
                  resolution.namespace(),
                  ref.name(),
                  ref.key()));
    }
  }
}
