package io.ecommerceplatform.resource;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names in AWS of what the resource gives no name: the same for ever for the same platform, also
 * when its cluster is restored, and never those of another platform, account or region.
 *
 * @param owner whose items
 */
public record ItemNames(Owner owner) {
  private static final int HASH = 8;
  private static final Pattern REFUSED = Pattern.compile("[0-9]|sg-");

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
    String readable = readable(owner.platform() + "-" + item);
    String cut = readable.length() <= room ? readable : readable.substring(0, room);
    return cut.replaceAll("-$", "") + "-" + hash + suffix;
  }

  /**
   * What every type takes: RDS wants a letter first and no two hyphens in a row, hardly anybody
   * takes dots, and EC2 refuses names that look like ids. The hash keeps apart what is the same
   * after that.
   */
  private static String readable(String text) {
    String plain = text.replaceAll("[.-]+", "-");
    return REFUSED.matcher(plain).lookingAt() ? "p-" + plain : plain;
  }
}
