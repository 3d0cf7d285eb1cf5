package io.ecommerceplatform.kubernetes;

/** Name of a Job: its content is part of it, as a Job cannot be changed. */
final class HashedName {
  private static final int LONGEST = 63; // its pods carry it as a label

  private HashedName() {}

  /** For example {@code order-migrate-0123456789}; a name that is too long is cut. */
  static String of(String name, String purpose, String hash) {
    String suffix = "-" + purpose + "-" + hash;
    int room = LONGEST - suffix.length();
    String prefix = name.length() <= room ? name : name.substring(0, room);
    return prefix.replaceAll("-+$", "") + suffix;
  }
}
