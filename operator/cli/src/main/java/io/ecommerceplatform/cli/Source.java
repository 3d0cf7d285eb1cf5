package io.ecommerceplatform.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.cli.cluster.Cluster;
import io.ecommerceplatform.cli.cluster.Platforms;
import io.ecommerceplatform.cli.manifest.ResourceFile;
import io.ecommerceplatform.cli.text.UserError;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which resource somebody means: one in a file, or one in the cluster. */
final class Source {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Name of a platform in the cluster; default: the only one of the namespace.")
  private String name;

  @Option(
      names = {"-f", "--filename"},
      paramLabel = "FILE",
      description = "File with the resource instead; - for standard input.")
  private String file;

  boolean isFile() {
    if (file != null && name != null) {
      throw new UserError("a file and a name at once", "the same command with one of the two");
    }
    return file != null;
  }

  /** The resource of the file, in the namespace that it or else somebody names. */
  ObjectNode fromFile(String namespace) {
    ObjectNode resource = ResourceFile.read(file);
    if (resource.at("/metadata/namespace").asText().isEmpty()) {
      resource.withObject("/metadata").put("namespace", namespace);
    }
    return resource;
  }

  /** The resource of the cluster. */
  JsonNode fromCluster(Cluster cluster) {
    return new Platforms(cluster).only(name);
  }

  /** The same, or empty when nobody named one and the namespace has none. */
  Optional<JsonNode> fromClusterIfAny(Cluster cluster) {
    Platforms platforms = new Platforms(cluster);
    return name != null || platforms.any() ? Optional.of(platforms.only(name)) : Optional.empty();
  }
}
