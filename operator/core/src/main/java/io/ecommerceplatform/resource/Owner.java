package io.ecommerceplatform.resource;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose an object is, as its labels say it: ours is what carries all three labels of the owner.
 *
 * @param installation name of the operator's installation, so that two operators never mix
 * @param namespace namespace of the platform; a copy restored into another namespace is not ours
 * @param platform name of the platform
 */
public record Owner(String installation, String namespace, String platform) {
  /** Kind of the resource that owns everything that a platform is made of. */
  public static final String KIND = "ECommercePlatform";

  public static final String INSTALLATION = "ecommerceplatform.io/installation";
  public static final String NAMESPACE = "ecommerceplatform.io/namespace";
  public static final String PLATFORM = "ecommerceplatform.io/platform";

  /** The owner labels in the order in which people expect to read them. */
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(INSTALLATION, installation);
    labels.put(NAMESPACE, namespace);
    labels.put(PLATFORM, platform);
    return labels;
  }

  /** True when the labels are those of this owner. */
  public boolean owns(Map<String, String> labels) {
    return installation.equals(labels.get(INSTALLATION))
        && namespace.equals(labels.get(NAMESPACE))
        && platform.equals(labels.get(PLATFORM));
  }
}
