package io.ecommerceplatform.catalogue;

import java.util.List;

/** One page of graphs; described at the head of dashboards.yaml. */
public record Dashboard(String name, String title, MonitoringCondition when, List<Panel> panels) {
  public Dashboard {
    when = when == null ? MonitoringCondition.ALWAYS : when;
    panels = List.copyOf(panels);
  }

  public record Panel(String title, String unit, List<Query> queries) {
    public Panel {
      queries = List.copyOf(queries);
    }
  }

  public record Query(String expr, String legend) {}
}
