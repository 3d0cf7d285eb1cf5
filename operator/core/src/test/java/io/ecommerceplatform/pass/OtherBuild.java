package io.ecommerceplatform.pass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ecommerceplatform.catalogue.Catalogue;
import io.ecommerceplatform.model.Resolved;
import io.ecommerceplatform.resource.Json;

/** What a release knows that makes other pods of every service and of every store. */
final class OtherBuild {
  private OtherBuild() {}

  static Catalogue catalogue() {
    ObjectNode catalogue = Json.tree(Resolved.CATALOGUE);
    catalogue.withObject("/common").put("livenessPath", "/healthz");
    for (JsonNode contract : catalogue.path("contracts")) {
      // a variable more, so that configurations are others too
      ((ArrayNode) contract.path("variables"))
          .addObject()
          .put("name", "SHOP_NEW")
          .put("type", "string")
          .put("from", "constant")
          .put("default", "1");
    }
    for (JsonNode engine : catalogue.path("engines")) {
      engine.path("resources").forEach(size -> ((ObjectNode) size).put("cpu", "777m"));
    }
    for (JsonNode tool : catalogue.path("tools")) {
      tool.path("resources").forEach(size -> ((ObjectNode) size).put("cpu", "777m"));
    }
    return Json.typed(catalogue, Catalogue.class);
  }
}
