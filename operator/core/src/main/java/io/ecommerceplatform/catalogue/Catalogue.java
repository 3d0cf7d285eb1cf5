package io.ecommerceplatform.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All data files as one immutable value; {@link CatalogueLoader} makes it. */
public record Catalogue(
    ServiceDefaults common,
    Map<String, Map<String, PodSize>> sizes,
    List<BundledService> services,
    Map<String, EnvContract> contracts,
    List<StoreEngine> engines,
    Lifecycle lifecycle,
    Map<String, ProfileDefaults> profiles,
    List<Topic> topics,
    List<Queue> queues,
    List<RuleGroup> rules,
    List<Dashboard> dashboards,
    List<Tool> tools) {
  public Catalogue {
    sizes = Map.copyOf(sizes);
    services = List.copyOf(services);
    contracts = Map.copyOf(contracts);
    engines = List.copyOf(engines);
    profiles = Map.copyOf(profiles);
    topics = List.copyOf(topics);
    queues = List.copyOf(queues);
    rules = List.copyOf(rules);
    dashboards = List.copyOf(dashboards);
    tools = List.copyOf(tools);
  }

  public Optional<BundledService> service(String name) {
    return services.stream().filter(s -> s.name().equals(name)).findFirst();
  }

  public Optional<EnvContract> contract(String service) {
    return Optional.ofNullable(contracts.get(service));
  }

  /** An engine by its API name, e.g. {@code PostgreSQL}; Aurora has none, it runs only in AWS. */
  public Optional<StoreEngine> engine(String name) {
    return engines.stream().filter(e -> e.engine().equals(name)).findFirst();
  }

  public ProfileDefaults profile(String name) {
    return Optional.ofNullable(profiles.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no profile " + name));
  }

  public Tool tool(String name) {
    return tools.stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no tool " + name));
  }

  /** Requests and limits of a bundled service in a profile. */
  public PodSize size(BundledService service, String profile) {
    return sizes.get(service.size()).get(profile);
  }

  public Optional<Topic> topic(String name) {
    return topics.stream().filter(t -> t.name().equals(name)).findFirst();
  }

  public Optional<Queue> queue(String name) {
    return queues.stream().filter(q -> q.name().equals(name)).findFirst();
  }

  /** The services by name, in the order of the data file. */
  public Map<String, BundledService> servicesByName() {
    Map<String, BundledService> byName = new LinkedHashMap<>();
    services.forEach(s -> byName.put(s.name(), s));
    return byName;
  }
}
