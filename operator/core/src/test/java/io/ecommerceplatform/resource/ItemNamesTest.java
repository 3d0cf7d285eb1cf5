package io.ecommerceplatform.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Names that people give on purpose or by accident, and what they would be mistaken for. */
class ItemNamesTest {
  private static final String REGION = "us-east-1";
  private static final ItemType SHORT = ItemType.of("opensearch.Domain", Identity.NAME, 28);
  private static final ItemType QUEUE = ItemType.of("sqs.Queue", Identity.NAME, 80);

  @Test
  void isTheSameForEver() {
    assertThat(name("shop", QUEUE, "orders")).isEqualTo("shop-orders-" + hash("shop", "orders"));
    assertThat(name("shop", QUEUE, "orders")).isEqualTo(name("shop", QUEUE, "orders"));
  }

  @Test
  void thoseOfAnybodyElseDiffer() {
    Set<String> names = new TreeSet<>();
    List<Owner> owners =
        List.of(
            new Owner("default", "a", "shop"),
            new Owner("default", "b", "shop"),
            new Owner("other", "a", "shop"),
            new Owner("default", "a-shop", "shop"),
            new Owner("default", "a", "shop-orders"));
    for (Owner owner : owners) {
      names.add(new ItemNames(owner).of(QUEUE, REGION, "orders-a", ""));
      names.add(new ItemNames(owner).of(QUEUE, "eu-west-1", "orders-a", ""));
      names.add(new ItemNames(owner).of(SHORT, REGION, "orders-a", ""));
      names.add(new ItemNames(owner).of(QUEUE, REGION, "a", ""));
    }
    assertThat(names).hasSize(4 * owners.size());
  }

  @Test
  void whatIsTheSameAfterTrimmingKeepsItsOwnHash() {
    String longest = "q".repeat(74);
    String platform = "p".repeat(40);
    assertThat(name(platform, SHORT, longest + "a"))
        .hasSize(28)
        .isNotEqualTo(name(platform, SHORT, longest + "b"))
        .startsWith("p".repeat(19) + "-");
    assertThat(name(platform, QUEUE, longest)).hasSize(80);
    assertThat(new ItemNames(new Owner("i", "n", platform)).of(QUEUE, REGION, longest, ".fifo"))
        .hasSize(80)
        .endsWith(".fifo");
  }

  @Test
  void whatAwsTakesFromNobodyIsNotInThem() {
    assertThat(name("1st.shop", QUEUE, "a--b")).startsWith("p-1st-shop-a-b-");
    assertThat(name("sg", QUEUE, "a")).startsWith("p-sg-a-");
    assertThat(name("sgx", QUEUE, "a")).startsWith("sgx-a-");
    assertThat(name("p".repeat(18), SHORT, "-a")).doesNotContain("--");
    assertThat(name("a-b", QUEUE, "c")).isNotEqualTo(name("a", QUEUE, "b-c"));
    assertThat(name("a--b", QUEUE, "c")).isNotEqualTo(name("a-b", QUEUE, "c"));
  }

  private static String hash(String platform, String item) {
    return Json.hash(List.of("default", REGION, "shops", platform, QUEUE.name(), item))
        .substring(0, 8);
  }

  private static String name(String platform, ItemType type, String item) {
    return new ItemNames(new Owner("default", "shops", platform)).of(type, REGION, item, "");
  }
}
