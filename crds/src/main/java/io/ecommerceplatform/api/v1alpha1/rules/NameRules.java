package io.ecommerceplatform.api.v1alpha1.rules;

/** Names of one platform are unique, because objects and bindings carry them. */
public final class NameRules {
  public static final String DATABASES_CACHES =
      """
      !(has(self.databases) && has(self.caches)) || !self.databases.exists(a,
      self.caches.exists(b, b.name == a.name))
      """;

  public static final String DATABASES_CACHES_MESSAGE =
      """
      'caches[%s].name: databases has one of that name, and names are unique over both: rename
      one'.format([self.caches.filter(b, self.databases.exists(a, a.name == b.name))[0].name])
      """;

  public static final String DATABASES_TABLES =
      """
      !(has(self.databases) && has(self.tables)) || !self.databases.exists(a,
      self.tables.exists(b, b.name == a.name))
      """;

  public static final String DATABASES_TABLES_MESSAGE =
      """
      'tables[%s].name: databases has one of that name, and names are unique over both: rename
      one'.format([self.tables.filter(b, self.databases.exists(a, a.name == b.name))[0].name])
      """;

  public static final String DATABASES_BUCKETS =
      """
      !(has(self.databases) && has(self.buckets)) || !self.databases.exists(a,
      self.buckets.exists(b, b.name == a.name))
      """;

  public static final String DATABASES_BUCKETS_MESSAGE =
      """
      'buckets[%s].name: databases has one of that name, and names are unique over both:
      rename one'.format([self.buckets.filter(b, self.databases.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String DATABASES_SHARED_FILES =
      """
      !(has(self.databases) && has(self.sharedFiles)) || !self.databases.exists(a,
      self.sharedFiles.exists(b, b.name == a.name))
      """;

  public static final String DATABASES_SHARED_FILES_MESSAGE =
      """
      'sharedFiles[%s].name: databases has one of that name, and names are unique over both:
      rename one'.format([self.sharedFiles.filter(b, self.databases.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String DATABASES_TOPICS =
      """
      !(has(self.databases) && has(self.messaging) && has(self.messaging.topics)) ||
      !self.databases.exists(a, self.messaging.topics.exists(b, b.name == a.name))
      """;

  public static final String DATABASES_TOPICS_MESSAGE =
      """
      'messaging.topics[%s].name: databases has one of that name, and names are unique over
      both: rename one'.format([self.messaging.topics.filter(b, self.databases.exists(a,
      a.name == b.name))[0].name])
      """;

  public static final String DATABASES_QUEUES =
      """
      !(has(self.databases) && has(self.messaging) && has(self.messaging.queues)) ||
      !self.databases.exists(a, self.messaging.queues.exists(b, b.name == a.name))
      """;

  public static final String DATABASES_QUEUES_MESSAGE =
      """
      'messaging.queues[%s].name: databases has one of that name, and names are unique over
      both: rename one'.format([self.messaging.queues.filter(b, self.databases.exists(a,
      a.name == b.name))[0].name])
      """;

  public static final String CACHES_TABLES =
      """
      !(has(self.caches) && has(self.tables)) || !self.caches.exists(a, self.tables.exists(b,
      b.name == a.name))
      """;

  public static final String CACHES_TABLES_MESSAGE =
      """
      'tables[%s].name: caches has one of that name, and names are unique over both: rename
      one'.format([self.tables.filter(b, self.caches.exists(a, a.name == b.name))[0].name])
      """;

  public static final String CACHES_BUCKETS =
      """
      !(has(self.caches) && has(self.buckets)) || !self.caches.exists(a,
      self.buckets.exists(b, b.name == a.name))
      """;

  public static final String CACHES_BUCKETS_MESSAGE =
      """
      'buckets[%s].name: caches has one of that name, and names are unique over both: rename
      one'.format([self.buckets.filter(b, self.caches.exists(a, a.name == b.name))[0].name])
      """;

  public static final String CACHES_SHARED_FILES =
      """
      !(has(self.caches) && has(self.sharedFiles)) || !self.caches.exists(a,
      self.sharedFiles.exists(b, b.name == a.name))
      """;

  public static final String CACHES_SHARED_FILES_MESSAGE =
      """
      'sharedFiles[%s].name: caches has one of that name, and names are unique over both:
      rename one'.format([self.sharedFiles.filter(b, self.caches.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String CACHES_TOPICS =
      """
      !(has(self.caches) && has(self.messaging) && has(self.messaging.topics)) ||
      !self.caches.exists(a, self.messaging.topics.exists(b, b.name == a.name))
      """;

  public static final String CACHES_TOPICS_MESSAGE =
      """
      'messaging.topics[%s].name: caches has one of that name, and names are unique over both:
      rename one'.format([self.messaging.topics.filter(b, self.caches.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String CACHES_QUEUES =
      """
      !(has(self.caches) && has(self.messaging) && has(self.messaging.queues)) ||
      !self.caches.exists(a, self.messaging.queues.exists(b, b.name == a.name))
      """;

  public static final String CACHES_QUEUES_MESSAGE =
      """
      'messaging.queues[%s].name: caches has one of that name, and names are unique over both:
      rename one'.format([self.messaging.queues.filter(b, self.caches.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String TABLES_BUCKETS =
      """
      !(has(self.tables) && has(self.buckets)) || !self.tables.exists(a,
      self.buckets.exists(b, b.name == a.name))
      """;

  public static final String TABLES_BUCKETS_MESSAGE =
      """
      'buckets[%s].name: tables has one of that name, and names are unique over both: rename
      one'.format([self.buckets.filter(b, self.tables.exists(a, a.name == b.name))[0].name])
      """;

  public static final String TABLES_SHARED_FILES =
      """
      !(has(self.tables) && has(self.sharedFiles)) || !self.tables.exists(a,
      self.sharedFiles.exists(b, b.name == a.name))
      """;

  public static final String TABLES_SHARED_FILES_MESSAGE =
      """
      'sharedFiles[%s].name: tables has one of that name, and names are unique over both:
      rename one'.format([self.sharedFiles.filter(b, self.tables.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String TABLES_TOPICS =
      """
      !(has(self.tables) && has(self.messaging) && has(self.messaging.topics)) ||
      !self.tables.exists(a, self.messaging.topics.exists(b, b.name == a.name))
      """;

  public static final String TABLES_TOPICS_MESSAGE =
      """
      'messaging.topics[%s].name: tables has one of that name, and names are unique over both:
      rename one'.format([self.messaging.topics.filter(b, self.tables.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String TABLES_QUEUES =
      """
      !(has(self.tables) && has(self.messaging) && has(self.messaging.queues)) ||
      !self.tables.exists(a, self.messaging.queues.exists(b, b.name == a.name))
      """;

  public static final String TABLES_QUEUES_MESSAGE =
      """
      'messaging.queues[%s].name: tables has one of that name, and names are unique over both:
      rename one'.format([self.messaging.queues.filter(b, self.tables.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String BUCKETS_SHARED_FILES =
      """
      !(has(self.buckets) && has(self.sharedFiles)) || !self.buckets.exists(a,
      self.sharedFiles.exists(b, b.name == a.name))
      """;

  public static final String BUCKETS_SHARED_FILES_MESSAGE =
      """
      'sharedFiles[%s].name: buckets has one of that name, and names are unique over both:
      rename one'.format([self.sharedFiles.filter(b, self.buckets.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String BUCKETS_TOPICS =
      """
      !(has(self.buckets) && has(self.messaging) && has(self.messaging.topics)) ||
      !self.buckets.exists(a, self.messaging.topics.exists(b, b.name == a.name))
      """;

  public static final String BUCKETS_TOPICS_MESSAGE =
      """
      'messaging.topics[%s].name: buckets has one of that name, and names are unique over
      both: rename one'.format([self.messaging.topics.filter(b, self.buckets.exists(a, a.name
      == b.name))[0].name])
      """;

  public static final String BUCKETS_QUEUES =
      """
      !(has(self.buckets) && has(self.messaging) && has(self.messaging.queues)) ||
      !self.buckets.exists(a, self.messaging.queues.exists(b, b.name == a.name))
      """;

  public static final String BUCKETS_QUEUES_MESSAGE =
      """
      'messaging.queues[%s].name: buckets has one of that name, and names are unique over
      both: rename one'.format([self.messaging.queues.filter(b, self.buckets.exists(a, a.name
      == b.name))[0].name])
      """;

  public static final String SHARED_FILES_TOPICS =
      """
      !(has(self.sharedFiles) && has(self.messaging) && has(self.messaging.topics)) ||
      !self.sharedFiles.exists(a, self.messaging.topics.exists(b, b.name == a.name))
      """;

  public static final String SHARED_FILES_TOPICS_MESSAGE =
      """
      'messaging.topics[%s].name: sharedFiles has one of that name, and names are unique over
      both: rename one'.format([self.messaging.topics.filter(b, self.sharedFiles.exists(a,
      a.name == b.name))[0].name])
      """;

  public static final String SHARED_FILES_QUEUES =
      """
      !(has(self.sharedFiles) && has(self.messaging) && has(self.messaging.queues)) ||
      !self.sharedFiles.exists(a, self.messaging.queues.exists(b, b.name == a.name))
      """;

  public static final String SHARED_FILES_QUEUES_MESSAGE =
      """
      'messaging.queues[%s].name: sharedFiles has one of that name, and names are unique over
      both: rename one'.format([self.messaging.queues.filter(b, self.sharedFiles.exists(a,
      a.name == b.name))[0].name])
      """;

  public static final String TOPICS_QUEUES =
      """
      !(has(self.messaging) && has(self.messaging.topics) && has(self.messaging) &&
      has(self.messaging.queues)) || !self.messaging.topics.exists(a,
      self.messaging.queues.exists(b, b.name == a.name))
      """;

  public static final String TOPICS_QUEUES_MESSAGE =
      """
      'messaging.queues[%s].name: messaging.topics has one of that name, and names are unique
      over both: rename one'.format([self.messaging.queues.filter(b,
      self.messaging.topics.exists(a, a.name == b.name))[0].name])
      """;

  public static final String SERVICES_DATABASES =
      """
      !(has(self.services) && has(self.databases)) || !self.services.exists(a,
      self.databases.exists(b, b.name == a.name))
      """;

  public static final String SERVICES_DATABASES_MESSAGE =
      """
      'databases[%s].name: services has one of that name, and names are unique over both:
      rename one'.format([self.databases.filter(b, self.services.exists(a, a.name ==
      b.name))[0].name])
      """;

  public static final String SERVICES_CACHES =
      """
      !(has(self.services) && has(self.caches)) || !self.services.exists(a,
      self.caches.exists(b, b.name == a.name))
      """;

  public static final String SERVICES_CACHES_MESSAGE =
      """
      'caches[%s].name: services has one of that name, and names are unique over both: rename
      one'.format([self.caches.filter(b, self.services.exists(a, a.name == b.name))[0].name])
      """;

  public static final String SERVICES_JOBS =
      """
      !(has(self.services) && has(self.jobs)) || !self.services.exists(a, self.jobs.exists(b,
      b.name == a.name))
      """;

  public static final String SERVICES_JOBS_MESSAGE =
      """
      'jobs[%s].name: services has one of that name, and names are unique over both: rename
      one'.format([self.jobs.filter(b, self.services.exists(a, a.name == b.name))[0].name])
      """;

  private NameRules() {}
}
