package io.ecommerceplatform.operator.observe;

import io.ecommerceplatform.resource.ManagedKind;
import io.ecommerceplatform.resource.Owner;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose an object is, as far as this installation is concerned.
 *
 * @param installation name of this installation
 */
public record Ownership(String installation) {
  /** The platform that the object's labels name, if they are complete and of this installation. */
  public Optional<Owner> of(HasMetadata object) {
    Map<String, String> labels = object.getMetadata().getLabels();
    if (labels == null || !labels.containsKey(Owner.PLATFORM)) {
      return Optional.empty();
    }
    // a copy in another namespace is not ours, but for what can only be elsewhere
    boolean isElsewhere =
        ManagedKind.VELERO.kind().equals(object.getKind())
            && ManagedKind.VELERO.apiVersion().equals(object.getApiVersion());
    String namespace =
        isElsewhere
            ? labels.getOrDefault(Owner.NAMESPACE, "")
            : object.getMetadata().getNamespace();
    Owner owner = new Owner(installation, namespace, labels.get(Owner.PLATFORM));
    return owner.owns(labels) ? Optional.of(owner) : Optional.empty();
  }

  /** True for what we made; other controllers copy our labels to what they make of it. */
  public boolean isOurs(HasMetadata object) {
    return of(object).isPresent() && !hasAnotherOwner(object.getMetadata());
  }

  private static boolean hasAnotherOwner(ObjectMeta metadata) {
    List<OwnerReference> owners = metadata.getOwnerReferences();
    return owners != null
        && !owners.isEmpty()
        && owners.stream().noneMatch(owner -> Owner.KIND.equals(owner.getKind()));
  }

  /** Label selector for what carries this installation's label. */
  public String selector() {
    return Owner.INSTALLATION + "=" + installation;
  }
}
