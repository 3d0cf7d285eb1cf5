package io.ecommerceplatform.aws;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.kind.AwsKind;
import io.ecommerceplatform.aws.kind.Wish;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.pass.ItemCompiler;
import io.ecommerceplatform.resource.ItemNames;
import io.ecommerceplatform.resource.ItemType;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.resource.WantedItem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks every kind what a platform wants of it. */
public record PlatformItems(Kinds kinds) implements ItemCompiler {

  @Override
  public List<WantedItem> compile(Platform platform) {
    return platform.aws().stream()
        .flatMap(aws -> kinds.list().stream().flatMap(kind -> of(kind, platform, aws)))
        .sorted(Comparator.comparing(WantedItem::ref))
        .toList();
  }

  private static <S extends Record> Stream<WantedItem> of(
      AwsKind<S> kind, Platform platform, Aws aws) {
    return kind.wanted(platform, aws).stream().map(wish -> item(kind.type(), wish, platform, aws));
  }

  private static WantedItem item(ItemType type, Wish<?> wish, Platform platform, Aws aws) {
    ItemNames names = new ItemNames(platform.owner());
    String region = wish.region().orElse(aws.region());
    String awsName =
        wish.awsName().isEmpty()
            ? names.of(type, region, wish.name(), wish.suffix())
            : wish.awsName();
    return new WantedItem(
        type,
        WantedItem.ref(type, region, wish.name()),
        awsName,
        Json.tree(wish.settings()),
        tags(wish, aws),
        policy(type, wish, aws),
        aws.adopt().contains(type.name() + "/" + awsName),
        wish.whenAbsent(),
        wish.path());
  }

  private static Map<String, String> tags(Wish<?> wish, Aws aws) {
    Map<String, String> tags = new HashMap<>(aws.tags());
    tags.putAll(wish.tags());
    return tags;
  }

  /** What the whole platform says is about data; the rest goes when nobody wants it. */
  private static DeletionPolicy policy(ItemType type, Wish<?> wish, Aws aws) {
    Optional<DeletionPolicy> all = aws.deletionPolicy().filter(policy -> type.holdsData());
    return wish.policy().or(() -> all).orElse(type.standard());
  }
}
