package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.common.EgressRule;
import io.ecommerceplatform.api.v1alpha1.messaging.Transport;
import io.ecommerceplatform.api.v1alpha1.service.ExposeSpec;
import io.ecommerceplatform.binding.Environment;
import io.ecommerceplatform.catalogue.BundledService;
import io.ecommerceplatform.catalogue.PodSize;
import io.ecommerceplatform.catalogue.ServiceDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes one wanted service with its component, the profile and what it is bound to. */
final class ServiceResolver {
  private static final Egress HTTPS = new Egress("0.0.0.0/0", List.of(443));

  /** Row of the catalogue for pods of images that it does not know. */
  static final String FOREIGN_SIZE = "service";

  private final Resolution resolution;
  private final ImageNames images;
  private final ScalingRules rules;
  private final PlatformFacts platform;
  private final ServiceEnvironment environments;
  private final ServiceGraph graph;

  ServiceResolver(
      Resolution resolution,
      ImageNames images,
      ScalingRules rules,
      PlatformFacts platform,
      ServiceEnvironment environments,
      ServiceGraph graph) {
    this.resolution = resolution;
    this.images = images;
    this.rules = rules;
    this.platform = platform;
    this.environments = environments;
    this.graph = graph;
  }

  ResolvedService resolve(WantedService wanted, ServiceStores stores) {
    List<String> waits = new ArrayList<>(stores.waitsFor());
    String image = image(wanted, waits);
    int port = or(wanted.spec().port(), wanted.component().map(BundledService::port).orElse(8080));
    Environment environment = environments.of(wanted, port, stores, waits);
    Optional<String> roleArn = new RoleRules(resolution).arn(wanted, waits);
    Scaling scaling = rules.scaling(wanted);
    Health health = health(wanted, port);
    return new ResolvedService(
        wanted.name(),
        wanted.component().map(BundledService::name).orElse(""),
        image,
        images.pullSecret(),
        port,
        health.port(),
        health.user(),
        health.startup(),
        health.liveness(),
        health.readiness(),
        health.metrics(),
        scaling,
        PodResources.of(wanted.spec().resources(), size(wanted)),
        PodResources.pool(wanted.spec().placement()),
        resolution.isProduction(),
        rules.maxUnavailable(scaling),
        rules.update(wanted.spec()),
        expose(wanted.spec().expose()),
        environment.config(),
        environment.env(),
        environment.secrets(),
        resolution.catalogue().common().writableDirs(),
        stores.authorities(),
        List.copyOf(stores.names()),
        graph.calls(wanted),
        egress(wanted, stores),
        waits.stream().distinct().toList(),
        roleArn,
        ScalingRules.strategy(wanted.spec()),
        new MigrationRules(resolution).of(wanted, stores));
  }

  private String image(WantedService wanted, List<String> waits) {
    if (wanted.component().isPresent()) {
      String component = wanted.component().get().name();
      String bundled = images.component(component, wanted.spec().image());
      if (bundled.isEmpty()) {
        waits.add("repository " + component);
      }
      return bundled;
    }
    String image = images.foreign(wanted.spec().image());
    if (image.isEmpty()) {
      waits.add("an image");
      graph.noImage(wanted);
    }
    return image;
  }

  private PodSize size(WantedService wanted) {
    return wanted
        .component()
        .map(c -> resolution.catalogue().size(c, resolution.profile()))
        .orElseGet(
            () -> resolution.catalogue().sizes().get(FOREIGN_SIZE).get(resolution.profile()));
  }

  /** Where probes go: the catalogue's paths for a component, what is set for others. */
  private Health health(WantedService wanted, int port) {
    ServiceDefaults common = resolution.catalogue().common();
    Health usual =
        wanted.component().isPresent()
            ? new Health(
                common.managementPort(),
                common.runAsUser(),
                common.startupPath(),
                common.livenessPath(),
                common.readinessPath(),
                common.metricsPath())
            : new Health(port, 0, "", "", "", "");
    return usual.with(wanted.spec().health());
  }

  private static Optional<Expose> expose(ExposeSpec spec) {
    return Optional.ofNullable(spec).map(e -> new Expose(e.path(), or(e.stickySeconds(), 0)));
  }

  private List<Egress> egress(WantedService wanted, ServiceStores stores) {
    List<Egress> egress = new ArrayList<>();
    if (wanted.component().filter(BundledService::egressInternet).isPresent()) {
      egress.add(HTTPS);
    }
    egress.addAll(toAws(resolution, wanted, stores));
    if (wanted.component().isPresent()) {
      egress.addAll(platform.egress(wanted.component().get().name()));
    }
    egress.addAll(egress(wanted.spec().egress()));
    return egress.stream().distinct().toList();
  }

  /** The way to the APIs of AWS, which have no addresses of their own. */
  static List<Egress> toAws(Resolution resolution, WantedService wanted, ServiceStores stores) {
    boolean items = !stores.items().values().stream().allMatch(Map::isEmpty);
    boolean events =
        wanted.exchangesEvents() && ImpliedStores.transport(resolution) == Transport.SnsSqs;
    boolean keys = new AuthRules(resolution).isAsker(wanted);
    return items || events || keys ? List.of(HTTPS) : List.of();
  }

  /** The destinations that a list of rules names. */
  static List<Egress> egress(List<EgressRule> rules) {
    return list(rules).stream().flatMap(rule -> egress(rule).stream()).distinct().toList();
  }

  private static Optional<Egress> egress(EgressRule rule) {
    if (rule.cidr() != null) {
      return Optional.of(new Egress(rule.cidr(), or(rule.ports(), List.of(443))));
    }
    return or(rule.internet443(), false) ? Optional.of(HTTPS) : Optional.empty();
  }
}
