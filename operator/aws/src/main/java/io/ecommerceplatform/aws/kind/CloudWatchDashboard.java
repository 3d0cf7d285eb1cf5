package io.ecommerceplatform.aws.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/**
 * The dashboard of a platform in CloudWatch, a widget for each watched metric. Dashboards have no
 * tags: the first widget says whose it is.
 */
public final class CloudWatchDashboard implements AwsKind<CloudWatchDashboard.Settings> {
  public static final ItemType TYPE =
      ItemType.of("cloudwatch.Dashboard", Identity.NAME, 255).with("dashboardBody", FieldRule.JSON);

  private static final String KEPT = "Kept by ecommerceplatform.io; what you change is put back.";
  private static final Pattern TAG = Pattern.compile("`([^`=]+)=([^`]*)`");
  private static final int WIDTH = 12;
  private static final int HEIGHT = 6;

  private final Watched watched;

  /** A dashboard about items of these kinds. */
  public CloudWatchDashboard(Watched watched) {
    this.watched = watched;
  }

  /** Its fields, named as CloudWatch names them; the body without the widget of the owner. */
  public record Settings(String dashboardBody) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "cloudwatch:ListDashboards",
        "cloudwatch:GetDashboard",
        "cloudwatch:PutDashboard",
        "cloudwatch:DeleteDashboards");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    List<Watched.Subject> subjects = watched.subjects(platform, aws);
    if (aws.telemetry().dashboard().isEmpty() || subjects.isEmpty()) {
      return List.of();
    }
    return List.of(
        Wish.of(
            "dashboard",
            "spec.observability",
            aws.telemetry().dashboard().get(),
            new Settings(Json.text(body(subjects, aws)))));
  }

  /** One widget for a metric of a type, with a line for each item. */
  private static JsonNode body(List<Watched.Subject> subjects, Aws aws) {
    Map<String, List<Watched.Subject>> byMetric =
        subjects.stream()
            .collect(
                Collectors.groupingBy(
                    s -> "%s: %s".formatted(s.type().title(), s.metric().metric()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Object> widgets = new ArrayList<>();
    byMetric.forEach(
        (title, list) -> widgets.add(widget(widgets.size(), title, list, aws.region())));
    return Json.tree(Map.of("widgets", widgets));
  }

  private static Map<String, Object> widget(
      int index, String title, List<Watched.Subject> subjects, String region) {
    Watched.WatchedMetric metric = subjects.getFirst().metric();
    return Map.of(
        "type",
        "metric",
        "x",
        WIDTH * (index % 2),
        "y",
        1 + HEIGHT * (index / 2),
        "width",
        WIDTH,
        "height",
        HEIGHT,
        "properties",
        Map.of(
            "title",
            title,
            "region",
            region,
            "view",
            "timeSeries",
            "stat",
            metric.statistic(),
            "period",
            metric.period(),
            "metrics",
            subjects.stream().distinct().map(CloudWatchDashboard::line).toList()));
  }

  private static List<Object> line(Watched.Subject subject) {
    List<Object> line = new ArrayList<>();
    line.add(subject.type().namespace());
    line.add(subject.metric().metric());
    for (String dimension : subject.dimensions()) {
      int equals = dimension.indexOf('=');
      line.add(dimension.substring(0, equals));
      line.add(dimension.substring(equals + 1));
    }
    line.add(Map.of("label", subject.item()));
    return line;
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows no bodies
  }

  /** All of them: no index knows the ones that nobody wants any longer. */
  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    CloudWatchClient cloudWatch = CloudWatchAlarm.client(clients);
    return cloudWatch.listDashboardsPaginator().dashboardEntries().stream()
        .map(DashboardEntry::dashboardName)
        .flatMap(name -> read(cloudWatch, name).stream())
        .toList();
  }

  private static Optional<Found<Settings>> read(CloudWatchClient cloudWatch, String name) {
    try {
      var dashboard = cloudWatch.getDashboard(request -> request.dashboardName(name));
      ObjectNode body = (ObjectNode) Json.parse(dashboard.dashboardBody());
      Map<String, String> tags = new TreeMap<>();
      ArrayNode others = body.arrayNode();
      for (JsonNode widget : body.path("widgets")) {
        String text = widget.at("/properties/markdown").asText();
        if (text.startsWith(KEPT)) {
          Matcher matcher = TAG.matcher(text);
          matcher.results().forEach(tag -> tags.put(tag.group(1), tag.group(2)));
        } else {
          others.add(widget);
        }
      }
      body.set("widgets", others);
      return Optional.of(
          Found.ready(
              name,
              name,
              new Settings(Json.text(body)),
              tags,
              Map.of("arn", dashboard.dashboardArn(), "name", name)));
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    put(creation.awsName(), creation.settings().dashboardBody(), creation.tags(), clients);
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    FoundItem found = update.found();
    put(found.awsName(), update.settings().dashboardBody(), found.tags(), clients);
  }

  private static void put(String name, String body, Map<String, String> tags, Clients clients) {
    ObjectNode whole = (ObjectNode) Json.parse(body);
    ArrayNode widgets = whole.arrayNode().add(owner(tags));
    whole.path("widgets").forEach(widgets::add);
    whole.set("widgets", widgets);
    CloudWatchAlarm.client(clients)
        .putDashboard(request -> request.dashboardName(name).dashboardBody(Json.text(whole)));
  }

  private static JsonNode owner(Map<String, String> tags) {
    String marks =
        new TreeMap<>(tags)
            .entrySet().stream()
                .map(tag -> "`%s=%s`".formatted(tag.getKey(), tag.getValue()))
                .collect(Collectors.joining(" "));
    return Json.tree(
        Map.of(
            "type",
            "text",
            "x",
            0,
            "y",
            0,
            "width",
            2 * WIDTH,
            "height",
            1,
            "properties",
            Map.of("markdown", KEPT + " " + marks)));
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    CloudWatchAlarm.client(clients)
        .deleteDashboards(request -> request.dashboardNames(found.awsName()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Map<String, String> all = new TreeMap<>(found.tags());
    all.putAll(tags);
    Settings there = Json.typed(found.settings(), Settings.class);
    put(found.awsName(), there.dashboardBody(), all, clients);
  }
}
