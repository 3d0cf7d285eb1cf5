package io.ecommerceplatform.api.v1alpha1.rules;

/** What the Production profile does not accept. */
public final class ProductionRules {
  public static final String NEEDS_AWS = "self.profile != 'Production' || has(self.aws)";

  public static final String NEEDS_AWS_MESSAGE =
      """
      aws: profile Production keeps its stores in AWS: add spec.aws with identity and regions,
      or use profile Economy
      """;

  public static final String NEEDS_DOMAIN = "self.profile != 'Production' || has(self.domain)";

  public static final String NEEDS_DOMAIN_MESSAGE =
      "domain: profile Production serves over TLS only: add spec.domain with a host";

  public static final String LATEST_SERVICES =
      """
      self.profile != 'Production' || !has(self.services) || !self.services.exists(x,
      has(x.image) && !has(x.image.digest) && has(x.image.tag) && x.image.tag == 'latest')
      """;

  public static final String LATEST_SERVICES_MESSAGE =
      """
      'services[%s].image.tag: profile Production refuses latest: name a release or a
      digest'.format([self.services.filter(x, has(x.image) && !has(x.image.digest) &&
      has(x.image.tag) && x.image.tag == 'latest')[0].name])
      """;

  public static final String LATEST_JOBS =
      """
      self.profile != 'Production' || !has(self.jobs) || !self.jobs.exists(x, has(x.image) &&
      !has(x.image.digest) && has(x.image.tag) && x.image.tag == 'latest')
      """;

  public static final String LATEST_JOBS_MESSAGE =
      """
      'jobs[%s].image.tag: profile Production refuses latest: name a release or a
      digest'.format([self.jobs.filter(x, has(x.image) && !has(x.image.digest) &&
      has(x.image.tag) && x.image.tag == 'latest')[0].name])
      """;

  public static final String LATEST_DATABASES =
      """
      self.profile != 'Production' || !has(self.databases) || !self.databases.exists(x,
      has(x.image) && !has(x.image.digest) && has(x.image.tag) && x.image.tag == 'latest')
      """;

  public static final String LATEST_DATABASES_MESSAGE =
      """
      'databases[%s].image.tag: profile Production refuses latest: name a release or a
      digest'.format([self.databases.filter(x, has(x.image) && !has(x.image.digest) &&
      has(x.image.tag) && x.image.tag == 'latest')[0].name])
      """;

  public static final String LATEST_CACHES =
      """
      self.profile != 'Production' || !has(self.caches) || !self.caches.exists(x, has(x.image)
      && !has(x.image.digest) && has(x.image.tag) && x.image.tag == 'latest')
      """;

  public static final String LATEST_CACHES_MESSAGE =
      """
      'caches[%s].image.tag: profile Production refuses latest: name a release or a
      digest'.format([self.caches.filter(x, has(x.image) && !has(x.image.digest) &&
      has(x.image.tag) && x.image.tag == 'latest')[0].name])
      """;

  public static final String LATEST_SEARCH =
      """
      self.profile != 'Production' || !has(self.search) || !(has(self.search.image) &&
      !has(self.search.image.digest) && has(self.search.image.tag) && self.search.image.tag ==
      'latest')
      """;

  public static final String LATEST_SEARCH_MESSAGE =
      "search.image.tag: profile Production refuses latest: name a release or a digest";

  public static final String LATEST_KAFKA =
      """
      self.profile != 'Production' || !has(self.kafka) || !(has(self.kafka.image) &&
      !has(self.kafka.image.digest) && has(self.kafka.image.tag) && self.kafka.image.tag ==
      'latest')
      """;

  public static final String LATEST_KAFKA_MESSAGE =
      "kafka.image.tag: profile Production refuses latest: name a release or a digest";

  public static final String CACHE_TLS =
      """
      self.profile != 'Production' || !has(self.caches) || !self.caches.exists(c,
      has(c.transitEncryption) && !c.transitEncryption)
      """;

  public static final String CACHE_TLS_MESSAGE =
      """
      'caches[%s].transitEncryption: profile Production needs TLS to every store: remove it or
      set it to true'.format([self.caches.filter(c, has(c.transitEncryption) &&
      !c.transitEncryption)[0].name])
      """;

  public static final String ENCRYPTED =
      """
      self.profile != 'Production' || !has(self.databases) || !self.databases.exists(d,
      has(d.storageEncrypted) && !d.storageEncrypted)
      """;

  public static final String ENCRYPTED_MESSAGE =
      """
      'databases[%s].storageEncrypted: profile Production encrypts every store: remove it or
      set it to true'.format([self.databases.filter(d, has(d.storageEncrypted) &&
      !d.storageEncrypted)[0].name])
      """;

  private ProductionRules() {}
}
