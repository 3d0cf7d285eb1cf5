package io.ecommerceplatform.aws.kind;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** For calls that change a whole item at once. */
final class SdkFields {

  private SdkFields() {}

  /**
   * Puts everything that was read into the request that changes it: what is not sent there goes
   * back to a default, also what somebody else set, and what the service learns to do after this
   * release.
   */
  static void copy(SdkPojo read, SdkPojo request) {
    Map<String, SdkField<?>> there =
        read.sdkFields().stream()
            .collect(Collectors.toMap(SdkField::memberName, Function.identity()));
    for (SdkField<?> field : request.sdkFields()) {
      SdkField<?> same = there.get(field.memberName());
      if (same != null) {
        field.set(request, same.getValueOrDefault(read));
      }
    }
  }
}
