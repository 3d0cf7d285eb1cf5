package io.ecommerceplatform.api.crd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What kubectl get shows. */
final class PrinterColumns {
  private PrinterColumns() {}

  static void write(ObjectNode version) {
    ArrayNode columns = version.putArray("additionalPrinterColumns");
    add(columns, "Profile", ".spec.profile", "string", "Economy or Production.", 0);
    add(columns, "Phase", ".status.phase", "string", "One word for the state.", 0);
    add(columns, "Services", ".status.summary.services", "string", "Ready services of all.", 0);
    add(columns, "AWS", ".status.summary.aws", "string", "Ready AWS items of all.", 0);
    add(columns, "Rollout", ".status.summary.rollout", "string", "The rollout that runs.", 0);
    add(columns, "Region", ".status.summary.region", "string", "The active region.", 0);
    add(columns, "Cost", ".status.summary.cost", "string", "Monthly estimate.", 0);
    add(columns, "Age", ".metadata.creationTimestamp", "date", "Time since creation.", 0);
    add(columns, "Message", ".status.message", "string", "What is ready and what is not.", 1);
  }

  private static void add(
      ArrayNode columns, String name, String path, String type, String description, int priority) {
    ObjectNode column = columns.addObject();
    column.put("name", name).put("type", type).put("description", description);
    column.put("jsonPath", path);
    if (priority > 0) {
      column.put("priority", priority);
    }
  }
}
