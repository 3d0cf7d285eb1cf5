package io.ecommerceplatform.localplane.plane;

import java.util.List;

/** KWOK's own stages that the plane uses, by their path in its kustomize folder. */
enum StageFile {
  NODE_INITIALIZE("stage/node/fast/node-initialize.yaml"),
  NODE_HEARTBEAT("stage/node/heartbeat-with-lease/node-heartbeat-with-lease.yaml"),
  NODE_NOT_READY("stage/node/chaos/node-not-ready.yaml"),
  POD_FAILED("stage/pod/chaos/pod-container-running-failed.yaml"),
  POD_CREATE("stage/pod/general/pod-create.yaml"),
  POD_INIT_RUNNING("stage/pod/general/pod-init-container-running.yaml"),
  POD_INIT_COMPLETED("stage/pod/general/pod-init-container-completed.yaml"),
  POD_READY("stage/pod/general/pod-ready.yaml"),
  POD_COMPLETE("stage/pod/general/pod-complete.yaml"),
  POD_DELETE("stage/pod/general/pod-delete.yaml"),
  PV_BIND("stage/volume/fast/pv-bind.yaml"),
  PV_DELETE("stage/volume/fast/pv-delete.yaml"),
  PVC_PROVISION("stage/volume/fast/pvc-provision.yaml"),
  PVC_DELETE("stage/volume/fast/pvc-delete.yaml");

  /** This project's stages, in the folder {@code stages}. */
  static final List<String> OWN =
      List.of(
          "pod-image-broken.yaml",
          "pod-crash-loop.yaml",
          "load-balancers.yaml",
          "volume-expand.yaml");

  private final String path;

  StageFile(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }
}
