package io.ecommerceplatform.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the data files from the class path; a misspelt key in one of them fails at once. */
public final class CatalogueLoader {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private CatalogueLoader() {}

  /** The catalogue that is bundled with this build. */
  public static Catalogue load() {
    ServicesFile services = read(YAML, "/catalogue/services.yaml", ServicesFile.class);
    StoresFile stores = read(YAML, "/catalogue/stores.yaml", StoresFile.class);
    ProfilesFile profiles = read(YAML, "/catalogue/profiles.yaml", ProfilesFile.class);
    TopicsFile topics = read(YAML, "/catalogue/topics.yaml", TopicsFile.class);
    Map<String, EnvContract> contracts = new HashMap<>();
    services.services().forEach(s -> contracts.put(s.name(), contract(s.name())));
    return new Catalogue(
        services.common(),
        services.sizes(),
        services.services(),
        contracts,
        stores.engines(),
        profiles.lifecycle(),
        profiles.profiles(),
        topics.topics(),
        topics.queues(),
        read(YAML, "/observability/rules.yaml", RulesFile.class).groups(),
        read(YAML, "/observability/dashboards.yaml", DashboardsFile.class).dashboards(),
        read(YAML, "/catalogue/tools.yaml", ToolsFile.class).tools());
  }

  private static EnvContract contract(String service) {
    return read(JSON, "/contracts/env/" + service + ".json", EnvContract.class);
  }

  private static <T> T read(ObjectMapper mapper, String resource, Class<T> type) {
    try (InputStream in = CatalogueLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return mapper.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + ": " + e.getMessage(), e);
    }
  }

  private record ServicesFile(
      ServiceDefaults common,
      Map<String, Map<String, PodSize>> sizes,
      List<BundledService> services) {}

  private record StoresFile(List<StoreEngine> engines) {}

  private record ProfilesFile(Lifecycle lifecycle, Map<String, ProfileDefaults> profiles) {}

  private record RulesFile(List<RuleGroup> groups) {}

  private record DashboardsFile(List<Dashboard> dashboards) {}

  private record ToolsFile(List<Tool> tools) {}

  private record TopicsFile(List<Topic> topics, List<Queue> queues) {}
}
