package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.catalogue.Dashboard;
import io.ecommerceplatform.catalogue.Dashboard.Panel;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.Json;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compiles dashboards into ConfigMaps, by whose label the sidecar of Grafana finds them. */
final class DashboardCompiler implements ComponentCompiler {
  private static final String LABEL = "grafana_dashboard";
  private static final Map<String, String> SOURCE =
      Map.of("type", "prometheus", "uid", "${datasource}");
  private static final int SCHEMA = 39;
  private static final int COLUMNS = 2;
  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;

  @Override
  public void compile(Platform platform, CompileContext context, DesiredBuilder desired) {
    ObjectMetadata metadata =
        new ObjectMetadata(platform, platform.name(), platform.name(), "monitoring");
    for (Dashboard dashboard : platform.observability().dashboards()) {
      String name = platform.name() + "-dashboard-" + dashboard.name();
      // the sidecar writes the dashboards of all namespaces into one folder
      String file = platform.namespace() + "-" + name + ".json";
      desired.add(
          new ConfigMapBuilder()
              .withMetadata(
                  new ObjectMetaBuilder(metadata.owned(name)).addToLabels(LABEL, "1").build())
              .withData(Map.of(file, Json.text(Json.tree(page(platform, dashboard)))))
              .build());
    }
  }

  private static Map<String, Object> page(Platform platform, Dashboard dashboard) {
    String where = platform.namespace() + "/" + platform.name();
    List<Object> panels = new ArrayList<>();
    IntStream.range(0, dashboard.panels().size())
        .forEach(i -> panels.add(panel(platform, dashboard.panels().get(i), i)));
    return Map.of(
        "uid",
        Json.hash(where + "/" + dashboard.name()),
        "title",
        where + ": " + dashboard.title(),
        "tags",
        List.of("ecommerce-platform", platform.name()),
        "schemaVersion",
        SCHEMA,
        "refresh",
        "1m",
        "time",
        Map.of("from", "now-6h", "to", "now"),
        "templating",
        Map.of(
            "list",
            List.of(Map.of("name", "datasource", "type", "datasource", "query", "prometheus"))),
        "panels",
        panels);
  }

  private static Map<String, Object> panel(Platform platform, Panel panel, int index) {
    List<Object> targets = new ArrayList<>();
    panel
        .queries()
        .forEach(
            query ->
                targets.add(
                    Map.of(
                        "refId",
                        String.valueOf((char) ('A' + targets.size())),
                        "datasource",
                        SOURCE,
                        "expr",
                        RuleCompiler.filled(platform, query.expr()),
                        "legendFormat",
                        query.legend())));
    return Map.of(
        "id",
        index + 1,
        "type",
        "timeseries",
        "title",
        panel.title(),
        "datasource",
        SOURCE,
        "fieldConfig",
        Map.of("defaults", Map.of("unit", panel.unit())),
        "gridPos",
        Map.of(
            "x", index % COLUMNS * WIDTH, "y", index / COLUMNS * HEIGHT, "w", WIDTH, "h", HEIGHT),
        "targets",
        targets);
  }
}
