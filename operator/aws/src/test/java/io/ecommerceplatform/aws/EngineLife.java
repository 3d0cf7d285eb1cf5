package io.ecommerceplatform.aws;

import io.ecommerceplatform.api.v1alpha1.ECommercePlatform;
import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.catalogue.CatalogueLoader;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.model.AwsEdge;
import io.ecommerceplatform.model.AwsIdentity;
import io.ecommerceplatform.model.OperatorSettings;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.PlatformResolver;
import io.ecommerceplatform.model.PodRoles;
import io.ecommerceplatform.plan.Action;
import io.ecommerceplatform.plan.ItemDiff;
import io.ecommerceplatform.plan.ItemVerdict;
import io.ecommerceplatform.plan.Outcome;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.resource.ClusterFacts;
import io.ecommerceplatform.resource.ItemOutputs;
import io.ecommerceplatform.resource.ItemWorld;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.SecretReference;
import io.ecommerceplatform.resource.WantedItem;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.route53.Route53Client;

/** One life of the AWS half of an operator, against the emulator; nothing of it survives. */
final class EngineLife {
  static final String REGION = "us-east-1";
  private static final Catalogue CATALOGUE = CatalogueLoader.load();
  private static final int MOST_PASSES = 60;
  private static final OperatorSettings SETTINGS =
      new OperatorSettings(
          "test",
          "registry.example.com",
          "",
          "1.0.0",
          "alb",
          "velero",
          Map.of(
              "default", AwsIdentity.own(),
              "pods", withRoles("small"),
              "smaller", withRoles("smaller")));

  private final AwsEmulator aws;
  private final Kinds kinds;
  final Accounts accounts;
  private final Inventory inventory;
  private final ItemApplier applier;
  private final PlatformItems items;
  private final HandClock clock;
  private String contents = "";

  EngineLife(AwsEmulator aws, HandClock clock, Kinds kinds) {
    this.aws = aws;
    this.clock = clock;
    this.kinds = kinds;
    accounts =
        new Accounts(
            SETTINGS.identities(),
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(aws.accessKeyId(), aws.secretAccessKey())),
            Optional.of(aws.endpoint()));
    Attempts attempts = new Attempts(clock);
    inventory = new Inventory(kinds, accounts, attempts, clock, Runnable::run, owner -> {});
    applier =
        new ItemApplier(
            kinds,
            accounts,
            attempts,
            inventory,
            (namespace, reference) -> Optional.of(value(reference)),
            clock);
    items = new PlatformItems(kinds);
  }

  private String value(SecretReference reference) {
    String value = "A-password-of-1-" + reference.secret() + contents;
    return reference.key().equals(SecretReference.ALL)
        ? Json.tree(Map.of("token", value)).toString()
        : value;
  }

  /** Somebody writes other values into all Secrets of the cluster. */
  void rewriteSecrets(String text) {
    contents = text;
  }

  private static AwsIdentity withRoles(String name) {
    AwsIdentity own = AwsIdentity.own();
    PodRoles roles =
        new PodRoles(
            "arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/" + name,
            Optional.of("arn:aws:iam::123456789012:policy/" + name));
    return new AwsIdentity(
        own.roleArn(), own.externalId(), own.namespaces(), own.regions(), Optional.of(roles));
  }

  /** The next life, after this one was killed. */
  EngineLife reborn() {
    return new EngineLife(aws, clock, kinds);
  }

  /** The VPC that Terraform lays: two private subnets and two for databases, by their tags. */
  void layNetwork() {
    Ec2Client ec2 = accounts.of("default", REGION).of(Ec2Client.class, Ec2Client::builder);
    String vpc = ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    for (int i = 0; i < 4; i++) {
      String cidr = "10.0.%d.0/24".formatted(i);
      String zone = REGION + (i % 2 == 0 ? "a" : "b");
      Tag tag =
          Tag.builder()
              .key(i < 2 ? "kubernetes.io/role/internal-elb" : "ecommerceplatform.io/subnets")
              .value(i < 2 ? "1" : "database")
              .build();
      ec2.createSubnet(
          request ->
              request
                  .vpcId(vpc)
                  .cidrBlock(cidr)
                  .availabilityZone(zone)
                  .tagSpecifications(s -> s.resourceType(ResourceType.SUBNET).tags(tag)));
    }
  }

  /** The zone that somebody delegated to the account. */
  void layZone() {
    accounts
        .of("default", REGION)
        .of(Route53Client.class, Route53Client::builder)
        .createHostedZone(request -> request.name("example.com").callerReference("laid"));
  }

  static Platform platform(String name, String spec) {
    return platform(name, spec, ItemOutputs.none());
  }

  /** The same platform under another spec, which knows what there is of it. */
  Platform again(Platform before, String spec) {
    ItemWorld world = world(before);
    ItemOutputs outputs =
        ItemOutputs.of(world, before.owner())
            .with(world, AwsEdge.PREFIX_LIST, AwsEdge.CLOUDFRONT_ADDRESSES);
    return platform(before.owner().platform(), spec, outputs);
  }

  private static Platform platform(String name, String spec, ItemOutputs known) {
    ECommercePlatform resource =
        Serialization.unmarshal(
            "metadata: {name: %s, namespace: shops}\nspec:\n%s".formatted(name, spec.indent(2)),
            ECommercePlatform.class);
    return PlatformResolver.resolve(
        resource,
        CATALOGUE,
        SETTINGS,
        new ClusterFacts(Set.of("gp3"), "gp3", Set.of("alb"), Set.of(), Map.of()),
        known.with(Optional.of(loadBalancer(resource))));
  }

  /** The address that a load balancer gets carries its name. */
  private static String loadBalancer(ECommercePlatform resource) {
    boolean named =
        resource.getSpec().edge() != null && resource.getSpec().edge().ingress() != null;
    String name = named ? resource.getSpec().edge().ingress().awsName() : "k8s-shop";
    return "%s-1.%s.elb.amazonaws.com".formatted(name, REGION);
  }

  List<WantedItem> wanted(Platform platform) {
    return items.compile(platform).stream()
        .map(item -> item.versioned(secret -> Optional.of(secret + contents)))
        .toList();
  }

  ItemWorld world(Platform platform) {
    Scope scope = scope(platform);
    List<String> others = platform.aws().orElseThrow().otherRegions();
    inventory.follow(platform.owner(), scope, others, wanted(platform));
    inventory.tick();
    return inventory.world(platform.owner(), scope).orElseThrow();
  }

  private static Scope scope(Platform platform) {
    return new Scope(platform.aws().orElseThrow().identity(), platform.aws().get().region());
  }

  List<ItemVerdict> verdicts(Platform platform) {
    return new ItemDiff(platform.owner(), wanted(platform), world(platform)).verdicts();
  }

  Plan plan(Platform platform) {
    return Plan.of(new ItemDiff(platform.owner(), wanted(platform), world(platform)).actions());
  }

  /** One pass; what it did. */
  Outcome pass(Platform platform) {
    return applier.execute(plan(platform), platform.owner(), scope(platform));
  }

  /** A look at what is due, for whoever was passed over once. */
  void look() {
    inventory.tick();
  }

  /** One look at AWS, and a pass of each platform over what it showed; how much was done. */
  int pass(List<Platform> platforms) {
    for (Platform platform : platforms) {
      List<String> others = platform.aws().orElseThrow().otherRegions();
      inventory.follow(platform.owner(), scope(platform), others, wanted(platform));
    }
    inventory.tick();
    int done = 0;
    for (Platform platform : platforms) {
      ItemWorld seen = inventory.world(platform.owner(), scope(platform)).orElseThrow();
      ItemDiff diff = new ItemDiff(platform.owner(), wanted(platform), seen);
      Outcome outcome = applier.execute(Plan.of(diff.actions()), platform.owner(), scope(platform));
      done += outcome.applied().size() + outcome.failures().size();
    }
    return done;
  }

  /** One pass that sends at most so many of its actions, as if it was killed then. */
  Outcome pass(Platform platform, int most) {
    Plan plan = plan(platform);
    List<Action> first =
        plan.actions().stream().filter(a -> a.operation().writes()).limit(most).toList();
    return applier.execute(Plan.of(first), platform.owner(), scope(platform));
  }

  /**
   * Passes until everything is ready and nothing is left to do; time goes on between them.
   *
   * @return everything that was done
   */
  List<Action> converge(Platform platform) {
    List<Action> done = new ArrayList<>();
    for (int i = 0; i < MOST_PASSES; i++) {
      Outcome outcome = pass(platform);
      done.addAll(outcome.applied());
      List<ItemVerdict> verdicts = verdicts(platform);
      if (outcome.applied().isEmpty()
          && outcome.failures().isEmpty()
          && verdicts.stream().allMatch(ItemVerdict::isReady)
          && plan(platform).isEmpty()) {
        return done;
      }
      rest(Duration.ofSeconds(20));
    }
    throw new AssertionError(
        "not settled after %d passes: %s"
            .formatted(
                MOST_PASSES,
                verdicts(platform).stream()
                    .filter(v -> !v.isReady())
                    .map(v -> v.item().ref() + " " + v.reason() + " " + v.message())
                    .toList()));
  }

  void rest(Duration time) {
    clock.pass(time);
    aws.advance(time);
  }
}
