package io.ecommerceplatform.api.v1alpha1.rules;

/** What needs an aws section, so that nobody waits for something that nobody makes. */
public final class AwsRules {
  public static final String DATABASES =
      """
      has(self.aws) || !(has(self.databases) && self.databases.exists(x, has(x.placement) &&
      x.placement == 'Managed'))
      """;

  public static final String DATABASES_MESSAGE =
      """
      'databases[%s].placement: Managed needs AWS: add spec.aws with identity and regions, or
      use InCluster'.format([self.databases.filter(x, has(x.placement) && x.placement ==
      'Managed')[0].name])
      """;

  public static final String CACHES =
      """
      has(self.aws) || !(has(self.caches) && self.caches.exists(x, has(x.placement) &&
      x.placement == 'Managed'))
      """;

  public static final String CACHES_MESSAGE =
      """
      'caches[%s].placement: Managed needs AWS: add spec.aws with identity and regions, or use
      InCluster'.format([self.caches.filter(x, has(x.placement) && x.placement ==
      'Managed')[0].name])
      """;

  public static final String SEARCH =
      """
      has(self.aws) || !(has(self.search) && has(self.search.placement) &&
      self.search.placement == 'Managed')
      """;

  public static final String SEARCH_MESSAGE =
      """
      search.placement: Managed needs AWS: add spec.aws with identity and regions, or use
      InCluster
      """;

  public static final String IMAGES =
      "has(self.aws) || !(has(self.images) && self.images.registry == 'ECR')";

  public static final String IMAGES_MESSAGE =
      """
      images.registry: ECR needs AWS: add spec.aws with identity and regions, or use External
      with a host
      """;

  public static final String TRANSPORT =
      "has(self.aws) || !(has(self.messaging) && self.messaging.transport == 'SnsSqs')";

  public static final String TRANSPORT_MESSAGE =
      """
      messaging.transport: SnsSqs needs AWS: add spec.aws with identity and regions, or use
      Kafka
      """;

  public static final String TABLES =
      "has(self.aws) || !(has(self.tables) && self.tables.size() > 0)";

  public static final String TABLES_MESSAGE =
      "tables: a DynamoDB table needs AWS: add spec.aws with identity and regions";

  public static final String BUCKETS =
      "has(self.aws) || !(has(self.buckets) && self.buckets.size() > 0)";

  public static final String BUCKETS_MESSAGE =
      "buckets: an S3 bucket needs AWS: add spec.aws with identity and regions";

  public static final String SHARED_FILES =
      "has(self.aws) || !(has(self.sharedFiles) && self.sharedFiles.size() > 0)";

  public static final String SHARED_FILES_MESSAGE =
      """
      sharedFiles: an EFS file system needs AWS: add spec.aws with identity and regions
      """;

  public static final String CDN = "has(self.aws) || !(has(self.edge) && has(self.edge.cdn))";

  public static final String CDN_MESSAGE =
      "edge.cdn: CloudFront needs AWS: add spec.aws with identity and regions";

  public static final String FRONTEND =
      "has(self.aws) || !(has(self.edge) && has(self.edge.frontend))";

  public static final String FRONTEND_MESSAGE =
      """
      edge.frontend: a static frontend on S3 needs AWS: add spec.aws with identity and regions
      """;

  public static final String WAF = "has(self.aws) || !(has(self.edge) && has(self.edge.waf))";

  public static final String WAF_MESSAGE =
      """
      edge.waf: a web application firewall needs AWS: add spec.aws with identity and regions
      """;

  public static final String HOSTED_ZONE =
      "has(self.aws) || !(has(self.domain) && has(self.domain.hostedZone))";

  public static final String HOSTED_ZONE_MESSAGE =
      "domain.hostedZone: Route 53 needs AWS: add spec.aws with identity and regions";

  public static final String CERTIFICATE =
      """
      has(self.aws) || !(has(self.domain) && has(self.domain.certificate) &&
      self.domain.certificate.source != 'CertManager')
      """;

  public static final String CERTIFICATE_MESSAGE =
      """
      domain.certificate.source: a certificate of ACM needs AWS: add spec.aws with identity
      and regions, or use CertManager with an issuer
      """;

  public static final String EMAIL =
      "has(self.aws) || !(has(self.email) && self.email.provider == 'SES')";

  public static final String EMAIL_MESSAGE =
      """
      email.provider: SES needs AWS: add spec.aws with identity and regions, or use SMTP
      """;

  public static final String AUTH =
      "has(self.aws) || !(has(self.auth) && self.auth.provider == 'Cognito')";

  public static final String AUTH_MESSAGE =
      """
      auth.provider: Cognito needs AWS: add spec.aws with identity and regions, or use BuiltIn
      """;

  public static final String KMS =
      """
      has(self.aws) || !(has(self.encryption) && has(self.encryption.kms) &&
      self.encryption.kms)
      """;

  public static final String KMS_MESSAGE =
      "encryption.kms: a KMS key needs AWS: add spec.aws with identity and regions";

  public static final String SECRETS =
      """
      has(self.aws) || !(has(self.secrets) && has(self.secrets.store) && self.secrets.store ==
      'SecretsManager')
      """;

  public static final String SECRETS_MESSAGE =
      """
      secrets.store: SecretsManager needs AWS: add spec.aws with identity and regions, or use
      Kubernetes
      """;

  public static final String ANALYTICS = "has(self.aws) || !(has(self.analytics))";

  public static final String ANALYTICS_MESSAGE =
      "analytics: Kinesis needs AWS: add spec.aws with identity and regions";

  public static final String LOGS =
      """
      has(self.aws) || !(has(self.observability) && has(self.observability.logs) &&
      self.observability.logs.store != 'OpenSearch')
      """;

  public static final String LOGS_MESSAGE =
      """
      observability.logs.store: CloudWatch needs AWS: add spec.aws with identity and regions,
      or use OpenSearch
      """;

  public static final String INSIGHTS =
      """
      has(self.aws) || !(has(self.observability) && has(self.observability.containerInsights)
      && self.observability.containerInsights)
      """;

  public static final String INSIGHTS_MESSAGE =
      """
      observability.containerInsights: Container Insights needs AWS: add spec.aws with
      identity and regions
      """;

  public static final String TRACING =
      """
      has(self.aws) || !(has(self.observability) && has(self.observability.tracing) &&
      self.observability.tracing.provider == 'XRay')
      """;

  public static final String TRACING_MESSAGE =
      """
      observability.tracing.provider: XRay needs AWS: add spec.aws with identity and regions,
      or use OTLP with an endpoint
      """;

  public static final String RECOVERY = "has(self.aws) || !(has(self.disasterRecovery))";

  public static final String RECOVERY_MESSAGE =
      """
      disasterRecovery: a warm standby needs AWS: add spec.aws with identity and regions, two
      of them
      """;

  public static final String BACKUP_COPY =
      "has(self.aws) || !(has(self.backup) && has(self.backup.copyToRegion))";

  public static final String BACKUP_COPY_MESSAGE =
      """
      backup.copyToRegion: a copy in another region needs AWS: add spec.aws with identity and
      regions
      """;

  public static final String STANDBY =
      "!has(self.aws) || !has(self.disasterRecovery) || self.aws.regions.size() == 2";

  public static final String STANDBY_MESSAGE =
      "disasterRecovery: a warm standby needs a second region: add it to aws.regions";

  public static final String REPLICATED_TABLES =
      """
      !has(self.aws) || !has(self.tables) || self.aws.regions.size() == 2 ||
      !self.tables.exists(t, has(t.replicate) && t.replicate)
      """;

  public static final String REPLICATED_TABLES_MESSAGE =
      """
      'tables[%s].replicate: a replica needs a second region: add it to
      aws.regions'.format([self.tables.filter(t, has(t.replicate) && t.replicate)[0].name])
      """;

  public static final String REPLICATED_BUCKETS =
      """
      !has(self.aws) || !has(self.buckets) || self.aws.regions.size() == 2 ||
      !self.buckets.exists(t, has(t.replicate) && t.replicate)
      """;

  public static final String REPLICATED_BUCKETS_MESSAGE =
      """
      'buckets[%s].replicate: a copy needs a second region: add it to
      aws.regions'.format([self.buckets.filter(t, has(t.replicate) && t.replicate)[0].name])
      """;

  public static final String BACKUP_REGION =
      """
      !has(self.aws) || !has(self.backup) || !has(self.backup.copyToRegion) ||
      self.backup.copyToRegion != self.aws.regions[0].name
      """;

  public static final String BACKUP_REGION_MESSAGE =
      """
      'backup.copyToRegion: %s is the home region: name another
      one'.format([self.backup.copyToRegion])
      """;

  public static final String RECOVERY_TARGET =
      """
      !has(self.aws) || !has(self.disasterRecovery) || !has(self.disasterRecovery.operation)
      || self.aws.regions.exists(r, r.name == self.disasterRecovery.operation.target)
      """;

  public static final String RECOVERY_TARGET_MESSAGE =
      """
      'disasterRecovery.operation.target: %s is not in
      aws.regions'.format([self.disasterRecovery.operation.target])
      """;

  public static final String AURORA =
      """
      self.profile != 'Economy' || !has(self.databases) || !self.databases.exists(d,
      d.engine.startsWith('Aurora') && !has(d.placement))
      """;

  public static final String AURORA_MESSAGE =
      """
      'databases[%s].placement: Aurora runs in AWS only and Economy defaults to InCluster: set
      placement to Managed'.format([self.databases.filter(d, d.engine.startsWith('Aurora') &&
      !has(d.placement))[0].name])
      """;

  private AwsRules() {}
}
