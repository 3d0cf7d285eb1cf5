package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.resource.ItemHealth;
import io.ecommerceplatform.resource.ItemOwner;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.LifeCycleState;
import software.amazon.awssdk.services.efs.model.Tag;

/** What all types of EFS have in common. */
final class Efs {
  private Efs() {}

  static EfsClient client(Clients clients) {
    return clients.of(EfsClient.class, EfsClient::builder);
  }

  /** The file systems that an operator made, and those that somebody wants. */
  static Stream<FileSystemDescription> fileSystems(EfsClient efs, Interest interest) {
    return efs.describeFileSystemsPaginator(request -> {}).fileSystems().stream()
        .filter(
            one ->
                interest.has(one.creationToken()) || map(one.tags()).containsKey(ItemOwner.OWNER));
  }

  /** True when it can be asked about what belongs to it. */
  static boolean isThere(FileSystemDescription one) {
    return one.lifeCycleState() == LifeCycleState.AVAILABLE
        || one.lifeCycleState() == LifeCycleState.UPDATING;
  }

  static Map<String, String> map(List<Tag> tags) {
    return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value));
  }

  static List<Tag> tags(Map<String, String> tags) {
    return TagLists.of(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  static void tag(String id, Map<String, String> tags, Clients clients) {
    client(clients).tagResource(request -> request.resourceId(id).tags(tags(tags)));
  }

  static ItemHealth health(LifeCycleState state) {
    return switch (state) {
      case AVAILABLE -> new ItemHealth.Ready();
      case CREATING -> new ItemHealth.Progressing("is being created");
      case UPDATING -> new ItemHealth.Progressing("is being changed");
      case DELETING, DELETED -> new ItemHealth.Deleting();
      case ERROR, UNKNOWN_TO_SDK_VERSION ->
          new ItemHealth.Failed("EFS says that it is in the state " + state);
    };
  }
}
