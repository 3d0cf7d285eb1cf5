package io.ecommerceplatform.api.v1alpha1;

import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A whole e-commerce platform as one resource. */
@ValidationRule(
    value = "self.metadata.name.size() <= 40",
    messageExpression =
        "'metadata.name: %s has %s characters and names in AWS leave room for 40: shorten it'"
            + ".format([self.metadata.name, self.metadata.name.size()])")
@Group("ecommerceplatform.io")
@Version("v1alpha1")
@Kind("ECommercePlatform")
@Plural("ecommerceplatforms")
@Singular("ecommerceplatform")
@ShortNames("ecp")
@Categories("all")
public class ECommercePlatform extends CustomResource<PlatformSpec, PlatformStatus>
    implements Namespaced {
  private static final long serialVersionUID = 1L;
}
