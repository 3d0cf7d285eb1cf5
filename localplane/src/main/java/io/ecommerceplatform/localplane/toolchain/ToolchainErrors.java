package io.ecommerceplatform.localplane.toolchain;

import java.nio.file.Path;
import java.util.List;

/** The texts of what can go wrong before the first process starts: what, why, what to type. */
final class ToolchainErrors {
  private static final String OTHER_WAYS =
      """
      Other ways, without Go:
        KUBE_BIN=<folder>   a folder with etcd, kube-apiserver, kube-controller-manager, kube-scheduler,
                            kubectl, kwok and kwok-kustomize (the folder 'kustomize' of KWOK's source);
                            a tools folder of another machine's cache is one
        PLANE=existing      the cluster of your KUBECONFIG\
      """;

  private ToolchainErrors() {}

  static String goMissing(String wanted) {
    return """
    Go is not installed, and what it builds once is not there yet: the control plane, or the definitions of
    other people's kinds that some tests install.
    Install Go %s or newer (any Go from 1.21 on fetches that release by itself):
      Debian, Ubuntu   sudo apt install golang-go
      Fedora, RHEL     sudo dnf install golang
      macOS            brew install go
      else             https://go.dev/dl
    %s\
    """
        .formatted(wanted, OTHER_WAYS);
  }

  static String goTooOld(Path go, String installed, String wanted) {
    return """
    %s is %s, the control plane's modules ask for go%s or newer.
    Install a newer Go (apt install golang-go, dnf install golang, brew install go, https://go.dev/dl),
    or let Go 1.21+ fetch it: unset GOTOOLCHAIN (go env -u GOTOOLCHAIN).
    %s\
    """
        .formatted(go, installed, wanted, OTHER_WAYS);
  }

  static String incomplete(Path folder, List<String> missing) {
    return """
    KUBE_BIN=%s: not there or not executable: %s.
    Put these files into the folder, or unset KUBE_BIN to have everything built with Go.\
    """
        .formatted(folder, String.join(", ", missing));
  }

  static String pythonMissing(String wanted, String seen) {
    return """
    The AWS emulator needs Python %s or newer with venv and pip; found: %s.
      Debian, Ubuntu   sudo apt install python3 python3-venv
      Fedora, RHEL     sudo dnf install python3 python3-pip
      macOS            brew install python
      else             https://www.python.org/downloads
    ECP_PYTHON=<file> names another one; PLANE_AWS=none starts a plane without the emulator.\
    """
        .formatted(wanted, seen);
  }

  static String venvMissing(Path python, Path log, String lastLines) {
    return """
    %s cannot make a virtual environment for the AWS emulator; its last lines (%s):
    %s
    Debian and Ubuntu have it in a package of its own: sudo apt install python3-venv
    ECP_PYTHON=<file> names another Python; PLANE_AWS=none starts a plane without the emulator.\
    """
        .formatted(python, log, lastLines.indent(2).stripTrailing());
  }

  static String pipFailed(String name, Path log, String lastLines) {
    return """
    pip failed on %s. Its last lines (all of them are in %s):
    %s
    A failed download: check the network and the index that pip is configured to use, then run the same
    command again.\
    """
        .formatted(name, log, lastLines.indent(2).stripTrailing());
  }

  static String buildFailed(String name, Path log, String lastLines) {
    return """
    Go failed on %s. Its last lines (all of them are in %s):
    %s
    A failed download: check the network and GOPROXY, then run the same command again;
    what was compiled already is kept by Go.\
    """
        .formatted(name, log, lastLines.indent(2).stripTrailing());
  }
}
