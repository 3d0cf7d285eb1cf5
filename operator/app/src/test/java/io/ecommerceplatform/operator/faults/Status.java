package io.ecommerceplatform.operator.faults;

/** The Kubernetes object that says why a request failed. */
final class Status {
  private Status() {}

  static String json(int code, String reason) {
    return """
    {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",\
    "message":"%s, says the test","reason":"%s","code":%d}\
    """
        .formatted(reason, reason, code);
  }
}
