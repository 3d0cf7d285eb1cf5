package io.ecommerceplatform.aws;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows that share a file: what a platform goes through is gone through once, and looked at with
 * the eyes of each of them.
 *
 * @param before name of a file under {@code contract/}
 * @param after the same with other values
 * @param rows at least one
 */
record ContractPlatform(String before, String after, List<ContractRow> rows) {

  private static final Pattern REGION = Pattern.compile("regions: \\[\\{name: ([a-z0-9-]+)");

  static ContractPlatform of(List<ContractRow> rows) {
    ContractRow first = rows.getFirst();
    if (!rows.stream().allMatch(row -> row.after().equals(first.after()))) {
      throw new IllegalStateException("rows of " + first.before() + " change to different files");
    }
    return new ContractPlatform(first.before(), first.after(), List.copyOf(rows));
  }

  Platform platformBefore() {
    return ContractRow.platform(before);
  }

  Platform platformAfter() {
    return ContractRow.platform(after);
  }

  /** A platform of another name that asks for the same. */
  Platform platformOfAnother() {
    return EngineLife.platform("other", ContractRow.text(before));
  }

  /** A platform of the same name and region that asks for nothing. */
  Platform platformWithout() {
    Matcher region = REGION.matcher(ContractRow.text(before));
    String other = region.find() ? region.group(1) : EngineLife.REGION;
    return EngineLife.platform(
        "shop", ContractRow.text("nothing").replace(EngineLife.REGION, other));
  }

  boolean isAbout(ObjectRef ref) {
    return rows.stream().anyMatch(row -> row.isAbout(ref));
  }

  @Override
  public String toString() {
    return before;
  }
}
