package io.ecommerceplatform.api.v1alpha1.rules;

/** Parts of the edge that need each other. */
public final class EdgeRules {
  public static final String EXPOSED =
      "!has(self.services) || self.services.filter(s, has(s.expose)).size() <= 40";

  public static final String EXPOSED_MESSAGE =
      """
      'services: %s services are exposed and one load balancer carries 40: let gateway route
      to the others'.format([self.services.filter(s, has(s.expose)).size()])
      """;

  public static final String PATHS =
      """
      !has(self.services) || self.services.all(s, !has(s.expose) || !self.services.exists(o,
      o.name != s.name && has(o.expose) && o.expose.path == s.expose.path))
      """;

  public static final String PATHS_MESSAGE =
      """
      'services: the path %s is exposed twice: give each service its own
      expose.path'.format([self.services.filter(s, has(s.expose) && self.services.exists(o,
      o.name != s.name && has(o.expose) && o.expose.path == s.expose.path))[0].expose.path])
      """;

  private EdgeRules() {}
}
