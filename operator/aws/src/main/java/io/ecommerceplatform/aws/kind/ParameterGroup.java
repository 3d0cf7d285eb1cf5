package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsCluster;
import io.ecommerceplatform.model.AwsDatabase;
import io.ecommerceplatform.model.AwsInstance;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.ApplyMethod;
import software.amazon.awssdk.services.rds.model.Parameter;

/** Parameters of databases; one without any has the default group of its version. */
public final class ParameterGroup implements AwsKind<ParameterGroup.Settings> {
  public static final ItemType TYPE = type("rds.ParameterGroup");
  public static final ItemType CLUSTER_TYPE = type("rds.ClusterParameterGroup");
  public static final ItemType DOCUMENT_TYPE = type("docdb.ClusterParameterGroup");

  /** As many as one call takes. */
  private static final int BATCH = 20;

  private final ItemType type;
  private final ParameterCalls calls;

  private ParameterGroup(ItemType type, ParameterCalls calls) {
    this.type = type;
    this.calls = calls;
  }

  /** Those of single servers. */
  public static ParameterGroup ofInstances() {
    return new ParameterGroup(TYPE, new InstanceParameterCalls());
  }

  /** Those of Aurora clusters. */
  public static ParameterGroup ofClusters() {
    return new ParameterGroup(CLUSTER_TYPE, new ClusterParameterCalls());
  }

  /** Those of DocumentDB clusters. */
  public static ParameterGroup ofDocuments() {
    return new ParameterGroup(DOCUMENT_TYPE, new ClusterParameterCalls());
  }

  private static ItemType type(String name) {
    return ItemType.of(name, Identity.NAME, 255)
        .with("dbParameterGroupFamily", FieldRule.REPLACE)
        .with("description", FieldRule.HOW)
        .with("parameters", FieldRule.WHOLE);
  }

  /** Its fields. */
  public record Settings(
      String dbParameterGroupFamily, String description, Map<String, String> parameters) {}

  /** Name of the group of a database; null when it has none of its own. */
  static String nameOrNull(ItemType type, Aws aws, AwsDatabase database) {
    return database.parameters().isEmpty()
        ? null
        : Reference.to(type, aws.region(), database.parametersName(), "name").text();
  }

  @Override
  public ItemType type() {
    return type;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    String group = calls.word() + "ParameterGroup";
    return Set.of(
        "rds:Describe" + group + "s",
        "rds:Describe" + calls.word() + "Parameters",
        "rds:ListTagsForResource",
        "rds:Create" + group,
        "rds:Modify" + group,
        "rds:Reset" + group,
        "rds:AddTagsToResource",
        "rds:Delete" + group);
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    Stream<AwsDatabase> databases =
        type.equals(TYPE)
            ? aws.instances().stream().map(AwsInstance::database)
            : DbCluster.of(documents() ? DbCluster.DOCUMENT_TYPE : DbCluster.TYPE, aws).stream()
                .map(AwsCluster::database);
    return databases
        .filter(database -> !database.parameters().isEmpty())
        .map(ParameterGroup::wish)
        .toList();
  }

  private boolean documents() {
    return type.equals(DOCUMENT_TYPE);
  }

  private static Wish<Settings> wish(AwsDatabase database) {
    Settings settings =
        new Settings(
            database.parameterFamily(),
            "Parameters of " + database.name(),
            new TreeMap<>(database.parameters()));
    return Wish.of(database.parametersName(), database.path(), database.parameterGroup(), settings)
        .withPolicy(database.policyBeside());
  }

  @Override
  public boolean isReadInBulk() {
    return false; // an account has fifty at most, but parameters and tags are read one by one
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    RdsClient rds = Rds.client(clients);
    return calls
        .groups(rds)
        .filter(group -> !group.name().startsWith("default"))
        .filter(group -> group.family().startsWith(AwsCluster.DOCUMENT_ENGINE) == documents())
        .map(group -> found(group, rds))
        .toList();
  }

  private Found<Settings> found(ParameterCalls.Group group, RdsClient rds) {
    Map<String, String> set = new TreeMap<>();
    calls
        .parameters(rds, group.name(), "user")
        .filter(parameter -> parameter.parameterValue() != null)
        .forEach(parameter -> set.put(parameter.parameterName(), parameter.parameterValue()));
    return Found.ready(
        group.name(),
        group.arn(),
        new Settings(group.family(), group.description(), set),
        Rds.tags(rds, group.arn()),
        Map.of("arn", group.arn(), "name", group.name()));
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    RdsClient rds = Rds.client(clients);
    Settings settings = creation.settings();
    calls.create(
        rds,
        creation.awsName(),
        settings.dbParameterGroupFamily(),
        settings.description(),
        Rds.tags(creation.tags()));
    set(rds, creation.awsName(), settings.parameters());
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    RdsClient rds = Rds.client(clients);
    String name = update.found().awsName();
    Map<String, String> wanted = update.settings().parameters();
    Set<String> surplus =
        new TreeSet<>(Json.typed(update.found().settings(), Settings.class).parameters().keySet());
    surplus.removeAll(wanted.keySet());
    set(rds, name, wanted);
    List<Parameter> reset =
        surplus.stream()
            .map(
                key ->
                    Parameter.builder()
                        .parameterName(key)
                        .applyMethod(ApplyMethod.PENDING_REBOOT)
                        .build())
            .toList();
    batches(reset).forEach(batch -> calls.reset(rds, name, batch));
  }

  /** A static parameter waits for the next start of the servers; AWS refuses it otherwise. */
  private void set(RdsClient rds, String group, Map<String, String> wanted) {
    Set<String> waiting =
        calls
            .parameters(rds, group, null)
            .filter(parameter -> "static".equals(parameter.applyType()))
            .map(Parameter::parameterName)
            .collect(Collectors.toSet());
    List<Parameter> parameters =
        wanted.entrySet().stream()
            .map(
                e ->
                    Parameter.builder()
                        .parameterName(e.getKey())
                        .parameterValue(e.getValue())
                        .applyMethod(
                            waiting.contains(e.getKey())
                                ? ApplyMethod.PENDING_REBOOT
                                : ApplyMethod.IMMEDIATE)
                        .build())
            .toList();
    batches(parameters).forEach(batch -> calls.modify(rds, group, batch));
  }

  private static List<List<Parameter>> batches(List<Parameter> all) {
    List<List<Parameter>> batches = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BATCH) {
      batches.add(all.subList(i, Math.min(all.size(), i + BATCH)));
    }
    return batches;
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    calls.delete(Rds.client(clients), found.awsName());
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Rds.tag(found, tags, clients);
  }
}
