package io.ecommerceplatform.model;

import java.util.List;
import java.util.function.Predicate;

/** The regions of AWS that this release knows, and which of them can have copies of each other. */
final class Regions {
  private static final String CHINA = "cn-";
  private static final String GOVERNMENT = "us-gov-";

  private Regions() {}

  static boolean isKnown(String region) {
    return LoadBalancerZones.regions().contains(region);
  }

  /** Between two partitions AWS copies nothing: they have accounts of their own. */
  static String partition(String region) {
    if (region.startsWith(CHINA)) {
      return "aws-cn";
    }
    return region.startsWith(GOVERNMENT) ? "aws-us-gov" : "aws";
  }

  /** Where copies of what is in a region can be: the near ones, or all where none is near. */
  static List<String> forCopies(String home) {
    List<String> all =
        LoadBalancerZones.regions().stream()
            .filter(region -> partition(region).equals(partition(home)))
            .filter(Predicate.not(home::equals))
            .sorted()
            .toList();
    String continent = home.substring(0, home.indexOf('-') + 1);
    List<String> near = all.stream().filter(region -> region.startsWith(continent)).toList();
    return near.isEmpty() ? all : near;
  }
}
