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

  private static final Pattern REGIONS = Pattern.compile("regions: \\[(.*)]");

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

  /** A platform of the same name and regions that asks for nothing. */
  Platform platformWithout() {
    Matcher regions = REGIONS.matcher(ContractRow.text(before));
    String nothing = ContractRow.text("nothing");
    String same = regions.find() ? regions.group() : "";
    return EngineLife.platform(
        "shop", same.isEmpty() ? nothing : nothing.replaceAll(REGIONS.pattern(), same));
  }

  boolean isAbout(ObjectRef ref) {
    return rows.stream().anyMatch(row -> row.isAbout(ref));
  }

  @Override
  public String toString() {
    return before;
  }
}
