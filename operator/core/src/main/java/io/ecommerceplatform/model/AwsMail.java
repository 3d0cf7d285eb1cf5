package io.ecommerceplatform.model;

/**
 * The domain that SES sends mail of.
 *
 * @param domain of the sender's address
 */
public record AwsMail(String domain) {
  /** Type of the item that the domain becomes. */
  public static final String TYPE = "sesv2.EmailIdentity";

  /** Type of the item that says how its mail is sent. */
  public static final String SET_TYPE = "sesv2.ConfigurationSet";

  /** Name of both in the resource. */
  public static final String NAME = "mail";

  /** The field that asks for it. */
  public static final String PATH = "spec.email";

  /** Output of a domain that may send. */
  public static final String VERIFIED = "verified";
}
