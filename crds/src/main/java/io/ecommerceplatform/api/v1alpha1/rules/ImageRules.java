package io.ecommerceplatform.api.v1alpha1.rules;

/** Which services bring an image of their own. */
public final class ImageRules {
  public static final String COMPONENT =
      "!has(self.component) || self.component in " + KnownNames.BUNDLED_SERVICES;

  public static final String COMPONENT_MESSAGE =
      "'services[%s].component: %s is no bundled component: correct the name, or remove it "
          + "and name an image'.format([self.name, self.component])";

  public static final String SERVICES =
      "!has(self.services) || self.services.all(s, (has(s.component) ? s.component : "
          + "s.name) in "
          + KnownNames.BUNDLED_SERVICES
          + " || (has(s.image) && has(s.image.repository) && (has(s.image.tag) || "
          + "has(s.image.digest))))";

  public static final String SERVICES_MESSAGE =
      "'services[%s].image: no bundled component has this name, so image needs a "
          + "repository and a tag or digest'.format([self.services.filter(s, !((has(s.component) "
          + "? s.component : s.name) in "
          + KnownNames.BUNDLED_SERVICES
          + " || (has(s.image) && has(s.image.repository) && (has(s.image.tag) || "
          + "has(s.image.digest)))))[0].name])";

  public static final String PORTS =
      "!has(self.services) || self.services.all(s, (has(s.component) ? s.component : "
          + "s.name) in "
          + KnownNames.BUNDLED_SERVICES
          + " || has(s.port) || !has(s.expose))";

  public static final String PORTS_MESSAGE =
      "'services[%s].port: an exposed service that is not bundled needs a "
          + "port'.format([self.services.filter(s, !((has(s.component) ? s.component : s.name) "
          + "in "
          + KnownNames.BUNDLED_SERVICES
          + ") && !has(s.port) && has(s.expose))[0].name])";

  private ImageRules() {}
}
