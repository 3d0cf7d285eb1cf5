package io.ecommerceplatform.localplane.toolchain;

import io.ecommerceplatform.localplane.PlaneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is enough to start a plane: six binaries and the stage files of KWOK. */
public record Toolchain(Path folder) {
  public static final List<String> KUBERNETES =
      List.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "kubectl");
  public static final String KWOK_FILES = "kwok-kustomize";
  public static final String STAGE_CRD = "crd/bases/kwok.x-k8s.io_stages.yaml";

  public Path binary(String name) {
    return folder.resolve(name);
  }

  /** A file of KWOK's kustomize folder, such as {@code stage/pod/general/pod-ready.yaml}. */
  public Path kwokFile(String name) {
    return folder.resolve(KWOK_FILES).resolve(name);
  }

  public String kwokText(String name) {
    try {
      return Files.readString(kwokFile(name));
    } catch (IOException e) {
      throw new PlaneException(
          "KWOK's file %s cannot be read: %s".formatted(kwokFile(name), e.getMessage()), e);
    }
  }

  /** What is not there, by file name; empty if the folder is complete. */
  public List<String> missing() {
    var binaries = Stream.concat(Stream.of("etcd", "kwok"), KUBERNETES.stream());
    return Stream.concat(
            binaries.filter(name -> !Files.isExecutable(binary(name))),
            Stream.of(KWOK_FILES + "/" + STAGE_CRD, KWOK_FILES + "/stage")
                .filter(name -> !Files.exists(folder.resolve(name))))
        .sorted()
        .toList();
  }
}
