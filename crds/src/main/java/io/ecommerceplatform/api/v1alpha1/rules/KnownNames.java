package io.ecommerceplatform.api.v1alpha1.rules;

/**
 * What the name {@code u} may stand for; the lists are those of the bundled shop, which counts
 * although nobody lists it.
 */
final class KnownNames {
  static final String BUNDLED_SERVICES =
      "['gateway', 'user', 'product', 'order', 'payment', 'notification', 'cart', 'search',"
          + " 'delivery', 'analytics', 'web']";

  static final String BUNDLED_TOPICS =
      "['user-events', 'product-events', 'stock-events', 'order-events', 'payment-commands',"
          + " 'payment-events', 'delivery-events', 'cart-events', 'audit-events']";

  static final String BUNDLED_QUEUES =
      "['product', 'order', 'payment', 'notification', 'cart', 'search-index', 'delivery',"
          + " 'analytics']";

  static final String SERVICE =
      "(u in "
          + BUNDLED_SERVICES
          + " || (has(self.services) && self.services.exists(x, x.name == u)))";

  static final String SHARED_FILES =
      "(has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == u))";

  private static final String LISTED_STORE =
      """
      (has(self.databases) && self.databases.exists(x, x.name == u))
      || (has(self.caches) && self.caches.exists(x, x.name == u))
      || (has(self.tables) && self.tables.exists(x, x.name == u))
      || (has(self.buckets) && self.buckets.exists(x, x.name == u))
      || (has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == u))
      """;

  /** Stores that the profile makes when none of that kind is listed. */
  private static final String IMPLIED_STORE =
      """
      u in ['search', 'kafka']
      || (!has(self.databases) && (u == 'postgresql' || u.endsWith('-db')))
      || (!has(self.caches) && u == 'redis')
      || (!has(self.tables) && u in ['carts', 'sessions'])
      """;

  /** Buckets that are made because another part names them. */
  private static final String NAMED_BUCKET =
      """
      (has(self.edge) && has(self.edge.frontend) && self.edge.frontend.bucket == u)
      || (has(self.analytics) && has(self.analytics.lakeBucket) && self.analytics.lakeBucket == u)
      || (has(self.backup) && has(self.backup.bucket) && self.backup.bucket == u)
      """;

  static final String STORE =
      "(" + IMPLIED_STORE + " || " + LISTED_STORE + " || " + NAMED_BUCKET + ")";

  static final String TOPIC =
      "(u in "
          + BUNDLED_TOPICS
          + " "
          + """
           || (has(self.messaging) && has(self.messaging.topics)
               && self.messaging.topics.exists(x, x.name == u))
           || (has(self.kafka) && has(self.kafka.topics)
               && self.kafka.topics.exists(x, x.name == u)))
          """;

  static final String QUEUE =
      "(u in "
          + BUNDLED_QUEUES
          + " "
          + """
           || (has(self.messaging) && has(self.messaging.queues)
               && self.messaging.queues.exists(x, x.name == u))
          """
          + " || "
          + TOPIC
          + ")";

  private KnownNames() {}
}
