package io.ecommerceplatform.api.v1alpha1.rules;

/** A name that is used must name something that exists. */
public final class ReferenceRules {
  public static final String USES =
      """
      !has(self.services) || self.services.all(s, !has(s.uses) || s.uses.all(u, u in
      ['search', 'kafka'] || (has(self.databases) && self.databases.exists(x, x.name == u)) ||
      (has(self.caches) && self.caches.exists(x, x.name == u)) || (has(self.tables) &&
      self.tables.exists(x, x.name == u)) || (has(self.buckets) && self.buckets.exists(x,
      x.name == u)) || (has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == u)) ||
      (!has(self.databases) && (u == 'postgresql' || u.endsWith('-db'))) || (!has(self.caches)
      && u == 'redis') || (!has(self.tables) && u in ['carts', 'sessions']) || (has(self.edge)
      && has(self.edge.frontend) && self.edge.frontend.bucket == u) || (has(self.analytics) &&
      has(self.analytics.lakeBucket) && self.analytics.lakeBucket == u) || (has(self.backup)
      && has(self.backup.bucket) && self.backup.bucket == u)))
      """;

  public static final String USES_MESSAGE =
      """
      'services[%s].uses: %s is no database, cache, table, bucket, search, kafka or shared
      file system of this platform: list it or correct the name'.format(self.services.map(s,
      has(s.uses) && s.uses.exists(u, !(u in ['search', 'kafka'] || (has(self.databases) &&
      self.databases.exists(x, x.name == u)) || (has(self.caches) && self.caches.exists(x,
      x.name == u)) || (has(self.tables) && self.tables.exists(x, x.name == u)) ||
      (has(self.buckets) && self.buckets.exists(x, x.name == u)) || (has(self.sharedFiles) &&
      self.sharedFiles.exists(x, x.name == u)) || (!has(self.databases) && (u == 'postgresql'
      || u.endsWith('-db'))) || (!has(self.caches) && u == 'redis') || (!has(self.tables) && u
      in ['carts', 'sessions']) || (has(self.edge) && has(self.edge.frontend) &&
      self.edge.frontend.bucket == u) || (has(self.analytics) &&
      has(self.analytics.lakeBucket) && self.analytics.lakeBucket == u) || (has(self.backup)
      && has(self.backup.bucket) && self.backup.bucket == u))), [s.name, s.uses.filter(u, !(u
      in ['search', 'kafka'] || (has(self.databases) && self.databases.exists(x, x.name == u))
      || (has(self.caches) && self.caches.exists(x, x.name == u)) || (has(self.tables) &&
      self.tables.exists(x, x.name == u)) || (has(self.buckets) && self.buckets.exists(x,
      x.name == u)) || (has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == u)) ||
      (!has(self.databases) && (u == 'postgresql' || u.endsWith('-db'))) || (!has(self.caches)
      && u == 'redis') || (!has(self.tables) && u in ['carts', 'sessions']) || (has(self.edge)
      && has(self.edge.frontend) && self.edge.frontend.bucket == u) || (has(self.analytics) &&
      has(self.analytics.lakeBucket) && self.analytics.lakeBucket == u) || (has(self.backup)
      && has(self.backup.bucket) && self.backup.bucket == u)))[0]])[0])
      """;

  public static final String JOB_USES =
      """
      !has(self.jobs) || self.jobs.all(s, !has(s.uses) || s.uses.all(u, u in ['search',
      'kafka'] || (has(self.databases) && self.databases.exists(x, x.name == u)) ||
      (has(self.caches) && self.caches.exists(x, x.name == u)) || (has(self.tables) &&
      self.tables.exists(x, x.name == u)) || (has(self.buckets) && self.buckets.exists(x,
      x.name == u)) || (has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == u)) ||
      (!has(self.databases) && (u == 'postgresql' || u.endsWith('-db'))) || (!has(self.caches)
      && u == 'redis') || (!has(self.tables) && u in ['carts', 'sessions']) || (has(self.edge)
      && has(self.edge.frontend) && self.edge.frontend.bucket == u) || (has(self.analytics) &&
      has(self.analytics.lakeBucket) && self.analytics.lakeBucket == u) || (has(self.backup)
      && has(self.backup.bucket) && self.backup.bucket == u)))
      """;

  public static final String JOB_USES_MESSAGE =
      """
      'jobs[%s].uses: %s is no database, cache, table, bucket, search, kafka or shared file
      system of this platform: list it or correct the name'.format(self.jobs.map(s,
      has(s.uses) && s.uses.exists(u, !(u in ['search', 'kafka'] || (has(self.databases) &&
      self.databases.exists(x, x.name == u)) || (has(self.caches) && self.caches.exists(x,
      x.name == u)) || (has(self.tables) && self.tables.exists(x, x.name == u)) ||
      (has(self.buckets) && self.buckets.exists(x, x.name == u)) || (has(self.sharedFiles) &&
      self.sharedFiles.exists(x, x.name == u)) || (!has(self.databases) && (u == 'postgresql'
      || u.endsWith('-db'))) || (!has(self.caches) && u == 'redis') || (!has(self.tables) && u
      in ['carts', 'sessions']) || (has(self.edge) && has(self.edge.frontend) &&
      self.edge.frontend.bucket == u) || (has(self.analytics) &&
      has(self.analytics.lakeBucket) && self.analytics.lakeBucket == u) || (has(self.backup)
      && has(self.backup.bucket) && self.backup.bucket == u))), [s.name, s.uses.filter(u, !(u
      in ['search', 'kafka'] || (has(self.databases) && self.databases.exists(x, x.name == u))
      || (has(self.caches) && self.caches.exists(x, x.name == u)) || (has(self.tables) &&
      self.tables.exists(x, x.name == u)) || (has(self.buckets) && self.buckets.exists(x,
      x.name == u)) || (has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == u)) ||
      (!has(self.databases) && (u == 'postgresql' || u.endsWith('-db'))) || (!has(self.caches)
      && u == 'redis') || (!has(self.tables) && u in ['carts', 'sessions']) || (has(self.edge)
      && has(self.edge.frontend) && self.edge.frontend.bucket == u) || (has(self.analytics) &&
      has(self.analytics.lakeBucket) && self.analytics.lakeBucket == u) || (has(self.backup)
      && has(self.backup.bucket) && self.backup.bucket == u)))[0]])[0])
      """;

  public static final String PUBLISHES =
      """
      !has(self.services) || self.services.all(s, !has(s.publishes) || s.publishes.all(u, u in
      ['user-events', 'product-events', 'stock-events', 'order-events', 'payment-commands',
      'payment-events', 'delivery-events', 'cart-events', 'audit-events'] ||
      (has(self.messaging) && has(self.messaging.topics) && self.messaging.topics.exists(x,
      x.name == u)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == u))))
      """;

  public static final String PUBLISHES_MESSAGE =
      """
      'services[%s].publishes: %s is no topic of this platform: add it to messaging.topics or
      correct the name'.format(self.services.map(s, has(s.publishes) && s.publishes.exists(u,
      !(u in ['user-events', 'product-events', 'stock-events', 'order-events',
      'payment-commands', 'payment-events', 'delivery-events', 'cart-events', 'audit-events']
      || (has(self.messaging) && has(self.messaging.topics) && self.messaging.topics.exists(x,
      x.name == u)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == u)))), [s.name, s.publishes.filter(u, !(u in
      ['user-events', 'product-events', 'stock-events', 'order-events', 'payment-commands',
      'payment-events', 'delivery-events', 'cart-events', 'audit-events'] ||
      (has(self.messaging) && has(self.messaging.topics) && self.messaging.topics.exists(x,
      x.name == u)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == u))))[0]])[0])
      """;

  public static final String JOB_PUBLISHES =
      """
      !has(self.jobs) || self.jobs.all(s, !has(s.publishes) || s.publishes.all(u, u in
      ['user-events', 'product-events', 'stock-events', 'order-events', 'payment-commands',
      'payment-events', 'delivery-events', 'cart-events', 'audit-events'] ||
      (has(self.messaging) && has(self.messaging.topics) && self.messaging.topics.exists(x,
      x.name == u)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == u))))
      """;

  public static final String JOB_PUBLISHES_MESSAGE =
      """
      'jobs[%s].publishes: %s is no topic of this platform: add it to messaging.topics or
      correct the name'.format(self.jobs.map(s, has(s.publishes) && s.publishes.exists(u, !(u
      in ['user-events', 'product-events', 'stock-events', 'order-events', 'payment-commands',
      'payment-events', 'delivery-events', 'cart-events', 'audit-events'] ||
      (has(self.messaging) && has(self.messaging.topics) && self.messaging.topics.exists(x,
      x.name == u)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == u)))), [s.name, s.publishes.filter(u, !(u in
      ['user-events', 'product-events', 'stock-events', 'order-events', 'payment-commands',
      'payment-events', 'delivery-events', 'cart-events', 'audit-events'] ||
      (has(self.messaging) && has(self.messaging.topics) && self.messaging.topics.exists(x,
      x.name == u)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == u))))[0]])[0])
      """;

  public static final String CONSUMES =
      """
      !has(self.services) || self.services.all(s, !has(s.consumes) || s.consumes.all(u, u in
      ['product', 'order', 'payment', 'notification', 'cart', 'search-index', 'delivery',
      'analytics'] || (has(self.messaging) && has(self.messaging.queues) &&
      self.messaging.queues.exists(x, x.name == u)) || u in ['user-events', 'product-events',
      'stock-events', 'order-events', 'payment-commands', 'payment-events', 'delivery-events',
      'cart-events', 'audit-events'] || (has(self.messaging) && has(self.messaging.topics) &&
      self.messaging.topics.exists(x, x.name == u)) || (has(self.kafka) &&
      has(self.kafka.topics) && self.kafka.topics.exists(x, x.name == u))))
      """;

  public static final String CONSUMES_MESSAGE =
      """
      'services[%s].consumes: %s is no queue of this platform: add it to messaging.queues or
      correct the name'.format(self.services.map(s, has(s.consumes) && s.consumes.exists(u,
      !(u in ['product', 'order', 'payment', 'notification', 'cart', 'search-index',
      'delivery', 'analytics'] || (has(self.messaging) && has(self.messaging.queues) &&
      self.messaging.queues.exists(x, x.name == u)) || u in ['user-events', 'product-events',
      'stock-events', 'order-events', 'payment-commands', 'payment-events', 'delivery-events',
      'cart-events', 'audit-events'] || (has(self.messaging) && has(self.messaging.topics) &&
      self.messaging.topics.exists(x, x.name == u)) || (has(self.kafka) &&
      has(self.kafka.topics) && self.kafka.topics.exists(x, x.name == u)))), [s.name,
      s.consumes.filter(u, !(u in ['product', 'order', 'payment', 'notification', 'cart',
      'search-index', 'delivery', 'analytics'] || (has(self.messaging) &&
      has(self.messaging.queues) && self.messaging.queues.exists(x, x.name == u)) || u in
      ['user-events', 'product-events', 'stock-events', 'order-events', 'payment-commands',
      'payment-events', 'delivery-events', 'cart-events', 'audit-events'] ||
      (has(self.messaging) && has(self.messaging.topics) && self.messaging.topics.exists(x,
      x.name == u)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == u))))[0]])[0])
      """;

  public static final String JOB_CONSUMES =
      """
      !has(self.jobs) || self.jobs.all(s, !has(s.consumes) || s.consumes.all(u, u in
      ['product', 'order', 'payment', 'notification', 'cart', 'search-index', 'delivery',
      'analytics'] || (has(self.messaging) && has(self.messaging.queues) &&
      self.messaging.queues.exists(x, x.name == u)) || u in ['user-events', 'product-events',
      'stock-events', 'order-events', 'payment-commands', 'payment-events', 'delivery-events',
      'cart-events', 'audit-events'] || (has(self.messaging) && has(self.messaging.topics) &&
      self.messaging.topics.exists(x, x.name == u)) || (has(self.kafka) &&
      has(self.kafka.topics) && self.kafka.topics.exists(x, x.name == u))))
      """;

  public static final String JOB_CONSUMES_MESSAGE =
      """
      'jobs[%s].consumes: %s is no queue of this platform: add it to messaging.queues or
      correct the name'.format(self.jobs.map(s, has(s.consumes) && s.consumes.exists(u, !(u in
      ['product', 'order', 'payment', 'notification', 'cart', 'search-index', 'delivery',
      'analytics'] || (has(self.messaging) && has(self.messaging.queues) &&
      self.messaging.queues.exists(x, x.name == u)) || u in ['user-events', 'product-events',
      'stock-events', 'order-events', 'payment-commands', 'payment-events', 'delivery-events',
      'cart-events', 'audit-events'] || (has(self.messaging) && has(self.messaging.topics) &&
      self.messaging.topics.exists(x, x.name == u)) || (has(self.kafka) &&
      has(self.kafka.topics) && self.kafka.topics.exists(x, x.name == u)))), [s.name,
      s.consumes.filter(u, !(u in ['product', 'order', 'payment', 'notification', 'cart',
      'search-index', 'delivery', 'analytics'] || (has(self.messaging) &&
      has(self.messaging.queues) && self.messaging.queues.exists(x, x.name == u)) || u in
      ['user-events', 'product-events', 'stock-events', 'order-events', 'payment-commands',
      'payment-events', 'delivery-events', 'cart-events', 'audit-events'] ||
      (has(self.messaging) && has(self.messaging.topics) && self.messaging.topics.exists(x,
      x.name == u)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == u))))[0]])[0])
      """;

  public static final String DEPENDS_ON =
      """
      !has(self.services) || self.services.all(s, !has(s.dependsOn) || s.dependsOn.all(u, u in
      ['gateway', 'user', 'product', 'order', 'payment', 'notification', 'cart', 'search',
      'delivery', 'analytics', 'web'] || (has(self.services) && self.services.exists(x, x.name
      == u))))
      """;

  public static final String DEPENDS_ON_MESSAGE =
      """
      'services[%s].dependsOn: %s is no service of this platform: list it or correct the
      name'.format(self.services.map(s, has(s.dependsOn) && s.dependsOn.exists(u, !(u in
      ['gateway', 'user', 'product', 'order', 'payment', 'notification', 'cart', 'search',
      'delivery', 'analytics', 'web'] || (has(self.services) && self.services.exists(x, x.name
      == u)))), [s.name, s.dependsOn.filter(u, !(u in ['gateway', 'user', 'product', 'order',
      'payment', 'notification', 'cart', 'search', 'delivery', 'analytics', 'web'] ||
      (has(self.services) && self.services.exists(x, x.name == u))))[0]])[0])
      """;

  public static final String SUBSCRIBES =
      """
      !has(self.messaging) || !has(self.messaging.queues) || self.messaging.queues.all(q,
      !has(q.subscribes) || q.subscribes.all(u, u in ['user-events', 'product-events',
      'stock-events', 'order-events', 'payment-commands', 'payment-events', 'delivery-events',
      'cart-events', 'audit-events'] || (has(self.messaging) && has(self.messaging.topics) &&
      self.messaging.topics.exists(x, x.name == u)) || (has(self.kafka) &&
      has(self.kafka.topics) && self.kafka.topics.exists(x, x.name == u))))
      """;

  public static final String SUBSCRIBES_MESSAGE =
      """
      'messaging.queues[%s].subscribes: %s is no topic of this platform: add it to
      messaging.topics or correct the name'.format(self.messaging.queues.map(q,
      has(q.subscribes) && q.subscribes.exists(u, !(u in ['user-events', 'product-events',
      'stock-events', 'order-events', 'payment-commands', 'payment-events', 'delivery-events',
      'cart-events', 'audit-events'] || (has(self.messaging) && has(self.messaging.topics) &&
      self.messaging.topics.exists(x, x.name == u)) || (has(self.kafka) &&
      has(self.kafka.topics) && self.kafka.topics.exists(x, x.name == u)))), [q.name,
      q.subscribes.filter(u, !(u in ['user-events', 'product-events', 'stock-events',
      'order-events', 'payment-commands', 'payment-events', 'delivery-events', 'cart-events',
      'audit-events'] || (has(self.messaging) && has(self.messaging.topics) &&
      self.messaging.topics.exists(x, x.name == u)) || (has(self.kafka) &&
      has(self.kafka.topics) && self.kafka.topics.exists(x, x.name == u))))[0]])[0])
      """;

  public static final String QUEUE_DEPTH =
      """
      !has(self.services) || self.services.all(s, !(has(s.scaling) &&
      has(s.scaling.queueDepth)) || s.scaling.queueDepth.queue in ['product', 'order',
      'payment', 'notification', 'cart', 'search-index', 'delivery', 'analytics'] ||
      (has(self.messaging) && has(self.messaging.queues) && self.messaging.queues.exists(x,
      x.name == s.scaling.queueDepth.queue)) || s.scaling.queueDepth.queue in ['user-events',
      'product-events', 'stock-events', 'order-events', 'payment-commands', 'payment-events',
      'delivery-events', 'cart-events', 'audit-events'] || (has(self.messaging) &&
      has(self.messaging.topics) && self.messaging.topics.exists(x, x.name ==
      s.scaling.queueDepth.queue)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == s.scaling.queueDepth.queue)))
      """;

  public static final String QUEUE_DEPTH_MESSAGE =
      """
      'services[%s].scaling.queueDepth.queue: %s is no queue of this platform: add it to
      messaging.queues or correct the name'.format(self.services.map(s, has(s.scaling) &&
      has(s.scaling.queueDepth) && !(s.scaling.queueDepth.queue in ['product', 'order',
      'payment', 'notification', 'cart', 'search-index', 'delivery', 'analytics'] ||
      (has(self.messaging) && has(self.messaging.queues) && self.messaging.queues.exists(x,
      x.name == s.scaling.queueDepth.queue)) || s.scaling.queueDepth.queue in ['user-events',
      'product-events', 'stock-events', 'order-events', 'payment-commands', 'payment-events',
      'delivery-events', 'cart-events', 'audit-events'] || (has(self.messaging) &&
      has(self.messaging.topics) && self.messaging.topics.exists(x, x.name ==
      s.scaling.queueDepth.queue)) || (has(self.kafka) && has(self.kafka.topics) &&
      self.kafka.topics.exists(x, x.name == s.scaling.queueDepth.queue))), [s.name,
      s.scaling.queueDepth.queue])[0])
      """;

  public static final String MOUNTS =
      """
      !has(self.services) || self.services.all(s, !has(s.mounts) || s.mounts.all(m,
      (has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == m.files))))
      """;

  public static final String MOUNTS_MESSAGE =
      """
      'services[%s].mounts: %s is not in sharedFiles: list it or correct the
      name'.format(self.services.map(s, has(s.mounts) && s.mounts.exists(m,
      !(has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == m.files))), [s.name,
      s.mounts.filter(m, !(has(self.sharedFiles) && self.sharedFiles.exists(x, x.name ==
      m.files)))[0].files])[0])
      """;

  public static final String JOB_MOUNTS =
      """
      !has(self.jobs) || self.jobs.all(s, !has(s.mounts) || s.mounts.all(m,
      (has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == m.files))))
      """;

  public static final String JOB_MOUNTS_MESSAGE =
      """
      'jobs[%s].mounts: %s is not in sharedFiles: list it or correct the
      name'.format(self.jobs.map(s, has(s.mounts) && s.mounts.exists(m,
      !(has(self.sharedFiles) && self.sharedFiles.exists(x, x.name == m.files))), [s.name,
      s.mounts.filter(m, !(has(self.sharedFiles) && self.sharedFiles.exists(x, x.name ==
      m.files)))[0].files])[0])
      """;

  public static final String NETWORK_LOAD_BALANCER =
      """
      !has(self.edge) || !has(self.edge.networkLoadBalancer) ||
      self.edge.networkLoadBalancer.services.all(n, n.name in ['gateway', 'user', 'product',
      'order', 'payment', 'notification', 'cart', 'search', 'delivery', 'analytics', 'web'] ||
      (has(self.services) && self.services.exists(x, x.name == n.name)))
      """;

  public static final String NETWORK_LOAD_BALANCER_MESSAGE =
      """
      'edge.networkLoadBalancer.services: %s is no service of this platform: list it or
      correct the name'.format([self.edge.networkLoadBalancer.services.filter(n, !(n.name in
      ['gateway', 'user', 'product', 'order', 'payment', 'notification', 'cart', 'search',
      'delivery', 'analytics', 'web'] || (has(self.services) && self.services.exists(x, x.name
      == n.name))))[0].name])
      """;

  private ReferenceRules() {}
}
