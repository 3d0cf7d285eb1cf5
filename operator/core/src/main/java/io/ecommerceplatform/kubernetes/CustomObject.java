package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Manifest;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/** An object of a kind whose model we do not have; the real definition checks it in the tests. */
record CustomObject(ManagedKind kind, ObjectMeta metadata, Map<String, Object> spec) {

  Manifest manifest() {
    GenericKubernetesResource object = new GenericKubernetesResource();
    object.setApiVersion(kind.apiVersion());
    object.setKind(kind.kind());
    object.setMetadata(metadata);
    object.setAdditionalProperty("spec", spec);
    return Manifest.of(object);
  }
}
