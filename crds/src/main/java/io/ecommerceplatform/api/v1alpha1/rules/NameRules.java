package io.ecommerceplatform.api.v1alpha1.rules;

/** Names of one platform are unique, because objects and bindings carry them. */
public final class NameRules {
  private static final String IN_DATABASES =
      "(has(self.databases) && self.databases.exists(a, a.name == b.name))";

  private static final String IN_CACHES =
      "(has(self.caches) && self.caches.exists(a, a.name == b.name))";

  private static final String IN_TABLES =
      "(has(self.tables) && self.tables.exists(a, a.name == b.name))";

  private static final String IN_BUCKETS =
      "(has(self.buckets) && self.buckets.exists(a, a.name == b.name))";

  private static final String IN_SHARED_FILES =
      "(has(self.sharedFiles) && self.sharedFiles.exists(a, a.name == b.name))";

  private static final String IN_TOPICS =
      "(has(self.messaging) && has(self.messaging.topics) && "
          + "self.messaging.topics.exists(a, a.name == b.name))";

  private static final String IN_SERVICES =
      "(has(self.services) && self.services.exists(a, a.name == b.name))";

  private static final String UNIQUE =
      "].name: another store, topic or queue of this platform has it, and names are unique "
          + "over all kinds: rename one";

  private static final String OBJECTS =
      " of this platform has it, and both would own objects of that name: rename one";

  public static final String CACHES =
      "!(has(self.caches)) || !self.caches.exists(b, " + IN_DATABASES + ")";

  public static final String CACHES_MESSAGE =
      "'caches[%s" + UNIQUE + "'.format([self.caches.filter(b, " + IN_DATABASES + ")[0].name])";

  public static final String TABLES =
      "!(has(self.tables)) || !self.tables.exists(b, " + IN_DATABASES + " || " + IN_CACHES + ")";

  public static final String TABLES_MESSAGE =
      "'tables[%s"
          + UNIQUE
          + "'.format([self.tables.filter(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + ")[0].name])";

  public static final String BUCKETS =
      "!(has(self.buckets)) || !self.buckets.exists(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + " || "
          + IN_TABLES
          + ")";

  public static final String BUCKETS_MESSAGE =
      "'buckets[%s"
          + UNIQUE
          + "'.format([self.buckets.filter(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + " || "
          + IN_TABLES
          + ")[0].name])";

  public static final String SHARED_FILES =
      "!(has(self.sharedFiles)) || !self.sharedFiles.exists(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + " || "
          + IN_TABLES
          + " || "
          + IN_BUCKETS
          + ")";

  public static final String SHARED_FILES_MESSAGE =
      "'sharedFiles[%s"
          + UNIQUE
          + "'.format([self.sharedFiles.filter(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + " || "
          + IN_TABLES
          + " || "
          + IN_BUCKETS
          + ")[0].name])";

  public static final String TOPICS =
      "!(has(self.messaging) && has(self.messaging.topics)) || "
          + "!self.messaging.topics.exists(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + " || "
          + IN_TABLES
          + " || "
          + IN_BUCKETS
          + " || "
          + IN_SHARED_FILES
          + ")";

  public static final String TOPICS_MESSAGE =
      "'messaging.topics[%s"
          + UNIQUE
          + "'.format([self.messaging.topics.filter(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + " || "
          + IN_TABLES
          + " || "
          + IN_BUCKETS
          + " || "
          + IN_SHARED_FILES
          + ")[0].name])";

  public static final String QUEUES =
      "!(has(self.messaging) && has(self.messaging.queues)) || "
          + "!self.messaging.queues.exists(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + " || "
          + IN_TABLES
          + " || "
          + IN_BUCKETS
          + " || "
          + IN_SHARED_FILES
          + " || "
          + IN_TOPICS
          + ")";

  public static final String QUEUES_MESSAGE =
      "'messaging.queues[%s"
          + UNIQUE
          + "'.format([self.messaging.queues.filter(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + " || "
          + IN_TABLES
          + " || "
          + IN_BUCKETS
          + " || "
          + IN_SHARED_FILES
          + " || "
          + IN_TOPICS
          + ")[0].name])";

  public static final String SERVICES =
      "!(has(self.services)) || !self.services.exists(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + ")";

  public static final String SERVICES_MESSAGE =
      "'services[%s"
          + "].name: a database or cache"
          + OBJECTS
          + "'.format([self.services.filter(b, "
          + IN_DATABASES
          + " || "
          + IN_CACHES
          + ")[0].name])";

  public static final String JOBS =
      "!(has(self.jobs)) || !self.jobs.exists(b, " + IN_SERVICES + ")";

  public static final String JOBS_MESSAGE =
      "'jobs[%s"
          + "].name: a service"
          + OBJECTS
          + "'.format([self.jobs.filter(b, "
          + IN_SERVICES
          + ")[0].name])";

  private NameRules() {}
}
