package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.store.SharedFilesSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The file systems that several pods share. */
record FileRules(Resolution resolution) {

  List<AwsFiles> files() {
    return list(resolution.spec().sharedFiles()).stream()
        .map(FileRules::files)
        .sorted(Comparator.comparing(AwsFiles::name))
        .toList();
  }

  private static AwsFiles files(SharedFilesSpec spec) {
    return new AwsFiles(
        spec.name(),
        "spec.sharedFiles[%s]".formatted(spec.name()),
        or(spec.awsName(), ""),
        Optional.ofNullable(spec.deletionPolicy()));
  }
}
