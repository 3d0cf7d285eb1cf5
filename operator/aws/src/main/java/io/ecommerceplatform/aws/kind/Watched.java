package io.ecommerceplatform.aws.kind;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What CloudWatch watches of the items of a platform: a table of data, by types. */
public final class Watched {
  private static final Pattern OUTPUT = Pattern.compile("\\{([A-Za-z]+)}");

  private final List<AwsKind<?>> kinds;
  private final Map<String, WatchedType> types;

  /** Watches items of these kinds, as far as the table knows them. */
  public Watched(List<AwsKind<?>> kinds) {
    this.kinds = List.copyOf(kinds);
    this.types =
        table().types().stream().collect(Collectors.toMap(WatchedType::type, Function.identity()));
  }

  /** All that the table knows. */
  public static WatchedTypes table() {
    String resource = "/observability/alarms.yaml";
    try (InputStream in = Watched.class.getResourceAsStream(resource)) {
      return new YAMLMapper().readValue(in, WatchedTypes.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + ": " + e.getMessage(), e);
    }
  }

  /** The table. */
  public record WatchedTypes(List<WatchedType> types) {}

  /** One type of it. */
  public record WatchedType(
      String type,
      String title,
      String namespace,
      Map<String, String> dimensions,
      List<WatchedMetric> metrics) {}

  /**
   * One metric of it.
   *
   * @param minutes that it has to last
   * @param over threshold from below; null without one
   * @param under threshold from above; null without one
   * @param band standard deviations above what is usual; null with a threshold
   */
  public record WatchedMetric(
      String name,
      String metric,
      String statistic,
      int period,
      int minutes,
      Double over,
      Double under,
      Double band,
      @JsonProperty("if") List<String> when,
      List<String> unless,
      String means) {

    /** What its values are compared with; null with a band. */
    Double threshold() {
      return under == null ? over : under;
    }

    private boolean isOf(JsonNode settings) {
      return (when == null || when.stream().anyMatch(field -> isSet(settings.path(field))))
          && (unless == null || unless.stream().noneMatch(field -> isSet(settings.path(field))));
    }

    private static boolean isSet(JsonNode value) {
      return value.isTextual() ? !value.asText().isEmpty() : value.asBoolean(!value.isEmpty());
    }
  }

  /**
   * A metric of one item.
   *
   * @param item its name in the resource, and which part of it
   * @param dimensions as {@code name=value}, in the order of their names
   */
  record Subject(WatchedType type, WatchedMetric metric, String item, List<String> dimensions) {}

  /** What there is to watch, in the order of the kinds and their items. */
  List<Subject> subjects(Platform platform, Aws aws) {
    return kinds.stream().flatMap(kind -> subjects(kind, platform, aws)).toList();
  }

  /** CloudWatch keeps the metrics of what belongs to no region in one region alone. */
  private <S extends Record> Stream<Subject> subjects(AwsKind<S> kind, Platform platform, Aws aws) {
    WatchedType type = types.get(kind.type().name());
    boolean elsewhere = kind.type().isGlobal() && !aws.region().equals(ItemType.GLOBAL_REGION);
    if (type == null || elsewhere) {
      return Stream.empty();
    }
    return kind.wanted(platform, aws).stream()
        .filter(wish -> wish.region().isEmpty()) // an alarm sees its own region alone
        .flatMap(
            wish ->
                kind.measured(wish.settings()).stream()
                    .flatMap(part -> subjects(kind, type, wish, part, aws)));
  }

  private static Stream<Subject> subjects(
      AwsKind<?> kind, WatchedType type, Wish<?> wish, String part, Aws aws) {
    List<String> dimensions =
        type.dimensions().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + value(entry.getValue(), kind, wish, aws) + part)
            .sorted()
            .toList();
    return type.metrics().stream()
        .filter(metric -> metric.isOf(Json.tree(wish.settings())))
        .map(metric -> new Subject(type, metric, wish.name() + part, dimensions));
  }

  private static String value(String template, AwsKind<?> kind, Wish<?> wish, Aws aws) {
    return OUTPUT
        .matcher(template)
        .replaceAll(
            output ->
                Matcher.quoteReplacement(
                    output.group(1).equals("region")
                        ? aws.region()
                        : Reference.to(kind.type(), aws.region(), wish.name(), output.group(1))
                            .text()));
  }
}
