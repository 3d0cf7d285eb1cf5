package io.ecommerceplatform.localplane.toolchain;

import java.util.List;

/** One binary to build; the figures are what a cold build takes on two cores. */
public enum BuildTarget {
  ETCD("etcd", "etcd", "go.etcd.io/etcd/server/v3", "1 min", List.of("go.mod", "go.sum")),
  KUBE("kube", "controlplane", ".", "5 min", List.of("go.mod", "go.sum", "main.go")),
  KWOK("kwok", "kwok", "sigs.k8s.io/kwok/cmd/kwok", "2 min", List.of("go.mod", "go.sum"));

  private final String binary;
  private final String module;
  private final String mainPackage;
  private final String typicalTime;
  private final List<String> moduleFiles;

  BuildTarget(
      String binary, String module, String mainPackage, String typicalTime, List<String> files) {
    this.binary = binary;
    this.module = module;
    this.mainPackage = mainPackage;
    this.typicalTime = typicalTime;
    this.moduleFiles = files;
  }

  public String binary() {
    return binary;
  }

  public String module() {
    return module;
  }

  public String mainPackage() {
    return mainPackage;
  }

  public String typicalTime() {
    return typicalTime;
  }

  List<String> files() {
    return moduleFiles.stream().map(file -> module + "/" + file).toList();
  }
}
