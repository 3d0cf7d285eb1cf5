package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.resource.ItemOwner;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The TXT record beside another one that says whose it is. */
final class RecordOwner {
  private static final String PREFIX = "_ecp-";
  private static final long TTL = 300;
  private static final Pattern TEXT =
      Pattern.compile("\"heritage=ecommerceplatform,owner=([^,\"]+),item=([^,\"]+)\"");

  private RecordOwner() {}

  /** Its name: one for each type, as an A and an AAAA record may have different owners. */
  static String name(String type, String name) {
    return PREFIX + type.toLowerCase(Locale.ROOT) + "." + name;
  }

  static boolean isOne(ResourceRecordSet set) {
    return set.name().startsWith(PREFIX)
        && set.resourceRecords().stream().anyMatch(r -> TEXT.matcher(r.value()).matches());
  }

  /** What it says, as tags of the record that it stands beside. */
  static Map<String, String> tags(ResourceRecordSet set) {
    return set.resourceRecords().stream()
        .map(record -> TEXT.matcher(record.value()))
        .filter(Matcher::matches)
        .findFirst()
        .map(text -> Map.of(ItemOwner.OWNER, text.group(1), ItemOwner.ITEM, text.group(2)))
        .orElse(Map.of());
  }

  static ResourceRecordSet set(Route53Record.Settings record, Map<String, String> tags) {
    String text =
        "\"heritage=ecommerceplatform,owner=%s,item=%s\""
            .formatted(tags.get(ItemOwner.OWNER), tags.get(ItemOwner.ITEM));
    return ResourceRecordSet.builder()
        .name(name(record.type(), record.name()))
        .type("TXT")
        .ttl(TTL)
        .resourceRecords(value -> value.value(text))
        .build();
  }
}
