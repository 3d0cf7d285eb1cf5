package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.SecretFingerprints;
import io.ecommerceplatform.rollout.Revision;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pods of one service in one colour; all that a revision is made of. */
record ServicePodTemplate(Platform platform, ResolvedService service, Color color) {
  /** The template without the label that says which revision it is. */
  PodTemplateSpec anonymous(SecretFingerprints fingerprints) {
    return new PodTemplateSpecBuilder()
        .withMetadata(metadata(fingerprints))
        .withSpec(spec())
        .build();
  }

  PodTemplateSpec of(String revision, SecretFingerprints fingerprints) {
    return new PodTemplateSpecBuilder(anonymous(fingerprints))
        .editMetadata()
        .addToLabels(Revision.LABEL, revision)
        .endMetadata()
        .build();
  }

  private ObjectMeta metadata(SecretFingerprints fingerprints) {
    ServiceNames names = new ServiceNames(platform, service);
    ObjectMetaBuilder metadata =
        new ObjectMetaBuilder(names.metadata().pod()).addToLabels(Revision.COLOR, color.name());
    Map<String, String> annotations =
        new TreeMap<>(Fingerprints.of(service.secrets(), fingerprints).annotations());
    annotations.putAll(PodIdentity.annotations(service.roleArn()));
    if (!annotations.isEmpty()) {
      metadata.withAnnotations(annotations);
    }
    return metadata.build();
  }

  private PodSpec spec() {
    ServiceNames names = new ServiceNames(platform, service);
    PodSpecBuilder spec =
        new PodSpecBuilder()
            .withServiceAccountName(service.name())
            .withAutomountServiceAccountToken(false)
            // else a store's Service puts variables of its own beside those of the binding
            .withEnableServiceLinks(false)
            .withSecurityContext(security())
            .withTerminationGracePeriodSeconds(
                (long) platform.lifecycle().terminationGraceSeconds())
            .withContainers(new ServiceContainer(platform, service).container())
            .withVolumes(new Mounts(service.writableDirectories(), service.files()).volumes());
    if (!service.pullSecret().isEmpty()) {
      spec.withImagePullSecrets(List.of(new LocalObjectReference(service.pullSecret())));
    }
    return new Spread(service.placement(), service.spreadRequired(), names.selector(color))
        .on(spec)
        .build();
  }

  private PodSecurityContext security() {
    return service.user() == 0 ? Hardening.pod() : Hardening.pod(service.user(), service.user());
  }
}
