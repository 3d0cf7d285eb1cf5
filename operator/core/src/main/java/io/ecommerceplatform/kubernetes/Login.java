package io.ecommerceplatform.kubernetes;

/**
 * One user whom the setup of a database makes for a client.
 *
 * @param database the client's database, and the role that owns what is in it
 * @param username the user who logs in
 * @param secret Secret with the password
 */
record Login(String database, String username, String secret) {

  /** As the scripts read it. */
  String text() {
    return database + ":" + username;
  }
}
