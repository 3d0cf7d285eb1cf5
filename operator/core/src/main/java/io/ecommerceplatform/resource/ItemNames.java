package io.ecommerceplatform.resource;

import java.util.List;

/**
 * Names in AWS of what the resource gives no name: the same for ever for the same platform, also
 * when its cluster is restored, and never those of another platform, account or region.
 *
 * @param owner whose items
 */
public record ItemNames(Owner owner) {
  private static final int HASH = 8;

  /** The name of one item, with a suffix that its type asks for, for example {@code .fifo}. */
  public String of(ItemType type, String region, String item, String suffix) {
    String hash =
        Json.hash(
                List.of(
                    owner.installation(),
                    type.regionOf(region),
                    owner.namespace(),
                    owner.platform(),
                    type.name(),
                    item))
            .substring(0, HASH);
    int room = type.longestName() - HASH - 1 - suffix.length();
    String readable = owner.platform() + "-" + item.replace('.', '-');
    String cut = readable.length() <= room ? readable : readable.substring(0, room);
    return cut.replaceAll("-+$", "") + "-" + hash + suffix;
  }
}
