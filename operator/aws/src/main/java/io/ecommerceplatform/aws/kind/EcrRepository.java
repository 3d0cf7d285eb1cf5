package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsRepository;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.LifecyclePolicyNotFoundException;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.RepositoryNotFoundException;
import software.amazon.awssdk.services.ecr.model.Tag;

/** ECR repositories, with the rules by which old images go. */
public final class EcrRepository implements AwsKind<EcrRepository.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsRepository.TYPE, Identity.NAME, 256)
          .holdingData(DeletionPolicy.Delete)
          .with("encryptionType", FieldRule.REPLACE)
          .with("kmsKey", FieldRule.REPLACE)
          .with("lifecyclePolicy", FieldRule.JSON);

  /** A repository without rules keeps every image; ECR has no text for that. */
  private static final String NO_RULES = "{}";

  private static final String KMS = "KMS";

  /**
   * Its fields, named as ECR names them.
   *
   * @param lifecyclePolicy compared even when nothing is wanted, as an old rule deletes on
   */
  public record Settings(
      String imageTagMutability,
      String encryptionType,
      String kmsKey,
      Boolean scanOnPush,
      String lifecyclePolicy) {}

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
        "ecr:DescribeRepositories",
        "ecr:ListTagsForResource",
        "ecr:GetLifecyclePolicy",
        "ecr:CreateRepository",
        "ecr:TagResource",
        "ecr:PutImageTagMutability",
        "ecr:PutImageScanningConfiguration",
        "ecr:PutLifecyclePolicy",
        "ecr:DeleteLifecyclePolicy",
        "ecr:DeleteRepository");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.repositories().stream()
        .map(
            repository ->
                Wish.of(
                        repository.name(),
                        repository.path(),
                        repository.awsName(),
                        settings(repository, aws))
                    .withPolicy(repository.deletionPolicy()))
        .toList();
  }

  private static Settings settings(AwsRepository repository, Aws aws) {
    List<Map<String, Object>> rules = new ArrayList<>();
    if (repository.keepTagged() != null) {
      rules.add(
          rule(
              1,
              Map.of(
                  "tagStatus",
                  "tagged",
                  "tagPrefixList",
                  List.of(repository.tagPrefix()),
                  "countType",
                  "imageCountMoreThan",
                  "countNumber",
                  repository.keepTagged())));
    }
    if (repository.expireUntaggedDays() != null) {
      rules.add(
          rule(
              2,
              Map.of(
                  "tagStatus", "untagged",
                  "countType", "sinceImagePushed",
                  "countUnit", "days",
                  "countNumber", repository.expireUntaggedDays())));
    }
    return new Settings(
        repository.imageTagMutability(),
        repository.encryptionType(),
        KMS.equals(repository.encryptionType()) ? KmsKey.arn(aws) : null,
        repository.scanOnPush(),
        rules.isEmpty() ? NO_RULES : Json.text(Json.tree(Map.of("rules", rules))));
  }

  private static Map<String, Object> rule(int priority, Map<String, Object> selection) {
    return Map.of(
        "rulePriority", priority, "selection", selection, "action", Map.of("type", "expire"));
  }

  @Override
  public boolean isReadInBulk() {
    return false;
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    EcrClient ecr = client(clients);
    return ecr
        .describeRepositoriesPaginator(request -> request.maxResults(1000))
        .repositories()
        .stream()
        .filter(r -> interest.has(r.repositoryName()) || interest.has(last(r.repositoryName())))
        .flatMap(repository -> read(ecr, repository).stream())
        .toList();
  }

  /** The index of tags knows a name only behind its last slash. */
  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static Optional<Found<Settings>> read(EcrClient ecr, Repository repository) {
    try {
      Map<String, String> tags =
          ecr
              .listTagsForResource(request -> request.resourceArn(repository.repositoryArn()))
              .tags()
              .stream()
              .collect(Collectors.toMap(Tag::key, Tag::value));
      Settings settings =
          new Settings(
              repository.imageTagMutabilityAsString(),
              repository.encryptionConfiguration() == null
                  ? null
                  : repository.encryptionConfiguration().encryptionTypeAsString(),
              repository.encryptionConfiguration() == null
                  ? null
                  : repository.encryptionConfiguration().kmsKey(),
              repository.imageScanningConfiguration() != null
                  && Boolean.TRUE.equals(repository.imageScanningConfiguration().scanOnPush()),
              policy(ecr, repository.repositoryName()));
      return Optional.of(
          Found.ready(
              repository.repositoryName(),
              repository.repositoryName(),
              settings,
              tags,
              Map.of("arn", repository.repositoryArn(), "uri", repository.repositoryUri())));
    } catch (RepositoryNotFoundException e) {
      return Optional.empty(); // gone between the calls
    }
  }

  private static String policy(EcrClient ecr, String name) {
    try {
      return ecr.getLifecyclePolicy(request -> request.repositoryName(name)).lifecyclePolicyText();
    } catch (LifecyclePolicyNotFoundException e) {
      return NO_RULES;
    }
  }

  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    client(clients)
        .createRepository(
            request -> {
              request.repositoryName(creation.awsName()).tags(tags(creation.tags()));
              request.imageTagMutability(settings.imageTagMutability());
              if (settings.scanOnPush() != null) {
                request.imageScanningConfiguration(c -> c.scanOnPush(settings.scanOnPush()));
              }
              if (settings.encryptionType() != null) {
                request.encryptionConfiguration(
                    c -> c.encryptionType(settings.encryptionType()).kmsKey(settings.kmsKey()));
              }
            });
    if (!settings.lifecyclePolicy().equals(NO_RULES)) {
      putPolicy(creation.awsName(), settings, clients);
    }
  }

  @Override
  public void update(Update<Settings> update, Clients clients) {
    EcrClient ecr = client(clients);
    String name = update.found().id();
    Settings settings = update.settings();
    if (update.changes("imageTagMutability")) {
      ecr.putImageTagMutability(
          r -> r.repositoryName(name).imageTagMutability(settings.imageTagMutability()));
    }
    if (update.changes("scanOnPush")) {
      ecr.putImageScanningConfiguration(
          request ->
              request
                  .repositoryName(name)
                  .imageScanningConfiguration(c -> c.scanOnPush(settings.scanOnPush())));
    }
    if (update.changes("lifecyclePolicy")) {
      putPolicy(name, settings, clients);
    }
  }

  private static void putPolicy(String name, Settings settings, Clients clients) {
    if (settings.lifecyclePolicy().equals(NO_RULES)) {
      client(clients).deleteLifecyclePolicy(request -> request.repositoryName(name));
    } else {
      client(clients)
          .putLifecyclePolicy(
              r -> r.repositoryName(name).lifecyclePolicyText(settings.lifecyclePolicy()));
    }
  }

  /** With its images: ECR deletes no other one. */
  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    client(clients).deleteRepository(r -> r.repositoryName(found.id()).force(true));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(r -> r.resourceArn(found.outputs().get("arn")).tags(tags(tags)));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  private static EcrClient client(Clients clients) {
    return clients.of(EcrClient.class, EcrClient::builder);
  }
}
