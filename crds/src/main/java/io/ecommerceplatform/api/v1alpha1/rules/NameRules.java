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

  private static final String UNTIL_CACHES = IN_DATABASES + " || " + IN_CACHES;
  private static final String UNTIL_TABLES = UNTIL_CACHES + " || " + IN_TABLES;
  private static final String UNTIL_BUCKETS = UNTIL_TABLES + " || " + IN_BUCKETS;
  private static final String UNTIL_FILES = UNTIL_BUCKETS + " || " + IN_SHARED_FILES;
  private static final String UNTIL_TOPICS = UNTIL_FILES + " || " + IN_TOPICS;

  private static final String UNIQUE =
      "].name: another store, topic or queue of this platform has it, and names are unique "
          + "over all kinds: rename one'.format([self.";

  private static final String OBJECTS =
      " of this platform has it, and both would own objects of that name: rename one'"
          + ".format([self.";

  private static final String FIRST = ")[0].name])";

  public static final String CACHES =
      "!(has(self.caches)) || !self.caches.exists(b, " + IN_DATABASES + ")";

  public static final String CACHES_MESSAGE =
      "'caches[%s" + UNIQUE + "caches.filter(b, " + IN_DATABASES + FIRST;

  public static final String TABLES =
      "!(has(self.tables)) || !self.tables.exists(b, " + UNTIL_CACHES + ")";

  public static final String TABLES_MESSAGE =
      "'tables[%s" + UNIQUE + "tables.filter(b, " + UNTIL_CACHES + FIRST;

  public static final String BUCKETS =
      "!(has(self.buckets)) || !self.buckets.exists(b, " + UNTIL_TABLES + ")";

  public static final String BUCKETS_MESSAGE =
      "'buckets[%s" + UNIQUE + "buckets.filter(b, " + UNTIL_TABLES + FIRST;

  public static final String SHARED_FILES =
      "!(has(self.sharedFiles)) || !self.sharedFiles.exists(b, " + UNTIL_BUCKETS + ")";

  public static final String SHARED_FILES_MESSAGE =
      "'sharedFiles[%s" + UNIQUE + "sharedFiles.filter(b, " + UNTIL_BUCKETS + FIRST;

  public static final String TOPICS =
      "!(has(self.messaging) && has(self.messaging.topics)) || !self.messaging.topics.exists(b, "
          + UNTIL_FILES
          + ")";

  public static final String TOPICS_MESSAGE =
      "'messaging.topics[%s" + UNIQUE + "messaging.topics.filter(b, " + UNTIL_FILES + FIRST;

  public static final String QUEUES =
      "!(has(self.messaging) && has(self.messaging.queues)) || !self.messaging.queues.exists(b, "
          + UNTIL_TOPICS
          + ")";

  public static final String QUEUES_MESSAGE =
      "'messaging.queues[%s" + UNIQUE + "messaging.queues.filter(b, " + UNTIL_TOPICS + FIRST;

  public static final String SERVICES =
      "!(has(self.services)) || !self.services.exists(b, " + UNTIL_CACHES + ")";

  public static final String SERVICES_MESSAGE =
      "'services[%s].name: a database or cache"
          + OBJECTS
          + "services.filter(b, "
          + UNTIL_CACHES
          + FIRST;

  public static final String JOBS =
      "!(has(self.jobs)) || !self.jobs.exists(b, " + IN_SERVICES + ")";

  public static final String JOBS_MESSAGE =
      "'jobs[%s].name: a service" + OBJECTS + "jobs.filter(b, " + IN_SERVICES + FIRST;

  private NameRules() {}
}
