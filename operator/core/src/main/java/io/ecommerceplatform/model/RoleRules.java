package io.ecommerceplatform.model;

import io.ecommerceplatform.catalogue.Need;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who has a role in AWS, and which rights: those that follow from what is used, and no other. */
record RoleRules(Resolution resolution) {

  List<AwsRole> roles(List<WantedService> clients) {
    return Stream.concat(
            clients.stream().flatMap(client -> role(client).stream()), ofCollector().stream())
        .toList();
  }

  /** Whoever sends traces to X-Ray. */
  private Optional<AwsRole> ofCollector() {
    AwsGrant traces = new AwsGrant(AwsTelemetry.TRACES_TYPE, AwsTelemetry.TRACES);
    return new TelemetryRules(resolution)
        .xRay()
        .flatMap(tracing -> podRoles())
        .map(
            roles ->
                new AwsRole(Collector.NAME, AwsTelemetry.TRACING_PATH, roles, List.of(traces)));
  }

  /** Empty when the identity makes no roles, and for who uses nothing in AWS. */
  Optional<AwsRole> role(WantedService client) {
    return podRoles()
        .map(roles -> new AwsRole(client.name(), client.path(), roles, grants(client)))
        .filter(role -> !role.grants().isEmpty());
  }

  /** The ARN that its pods are told; it waits for a role that is not there yet. */
  Optional<String> arn(WantedService client, List<String> waits) {
    if (role(client).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> arn = resolution.outputs().of(AwsRole.TYPE, client.name(), "arn");
    if (arn.isEmpty()) {
      waits.add("role " + client.name());
    }
    return arn;
  }

  private Optional<PodRoles> podRoles() {
    return Optional.ofNullable(resolution.spec().aws())
        .map(aws -> resolution.settings().identities().get(aws.identity()))
        .flatMap(AwsIdentity::podRoles);
  }

  private List<AwsGrant> grants(WantedService client) {
    Set<String> buckets = new BucketRules(resolution).names();
    Stream<AwsGrant> used =
        Stream.concat(
                client.uses().stream().filter(buckets::contains),
                new OtherUses(resolution, Set.of()).bucketsOf(client).stream())
            .map(bucket -> new AwsGrant(AwsBucket.TYPE, bucket));
    Stream<AwsGrant> mail =
        new MailRules(resolution).isSender(client)
            ? Stream.of(new AwsGrant(AwsMail.TYPE, AwsMail.NAME))
            : Stream.empty();
    Stream<AwsGrant> clicks =
        new AnalyticsRules(resolution).isSender(client)
            ? Stream.of(new AwsGrant(AwsStream.TYPE, AwsStream.NAME))
            : Stream.empty();
    return Stream.of(used, messages(client), tables(client), mail, clicks)
        .flatMap(grants -> grants)
        .distinct()
        .sorted(Comparator.comparing(AwsGrant::type).thenComparing(AwsGrant::name))
        .toList();
  }

  /** Tables that it names, and the one that a bundled service is known to need. */
  private Stream<AwsGrant> tables(WantedService client) {
    Set<String> used =
        Stream.concat(
                client.uses().stream(), client.need(StoreKind.TABLE).stream().map(Need::table))
            .collect(Collectors.toSet());
    return new TableRules(resolution)
        .tables(List.of(client)).stream()
            .map(AwsTable::name)
            .filter(used::contains)
            .map(table -> new AwsGrant(AwsTable.TYPE, table));
  }

  private Stream<AwsGrant> messages(WantedService client) {
    return MessagingRules.of(resolution, List.of(client)).stream()
        .flatMap(
            rules ->
                Stream.concat(
                    MessagingRules.topicsOf(client)
                        .filter(rules::isTopic)
                        .map(topic -> new AwsGrant(AwsTopic.TYPE, topic)),
                    MessagingRules.queuesOf(client)
                        .filter(rules::isQueue)
                        .map(queue -> new AwsGrant(AwsQueue.TYPE, queue))));
  }
}
