package io.ecommerceplatform.api.v1alpha1.common;

/** Every pattern of the API once, so that the same kind of name is checked the same way. */
public final class Patterns {
  /** DNS label as Service names need it: it starts with a letter. */
  public static final String LABEL = "^[a-z]([-a-z0-9]*[a-z0-9])?$";

  /** Name of a Kubernetes object. */
  public static final String SUBDOMAIN =
      "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

  /** Value of a Kubernetes label. */
  public static final String LABEL_VALUE = "^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$";

  /** Key of a Secret. */
  public static final String SECRET_KEY = "^[-._a-zA-Z0-9]+$";

  /** Name of an environment variable. */
  public static final String ENV_NAME = "^[A-Za-z_][A-Za-z0-9_]*$";

  /** Release number. */
  public static final String SEMVER = "^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$";

  /** Host name with at least two labels. */
  public static final String HOST =
      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?\\.)+[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

  /** Registry host with an optional port and path. */
  public static final String REGISTRY_HOST =
      "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9._/-]*[a-z0-9])?$";

  /** Image repository, without a tag. */
  public static final String REPOSITORY =
      "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?)*$";

  /** Beginning of a repository. */
  public static final String REPOSITORY_PREFIX = "^([a-z0-9][a-z0-9._/-]*)?$";

  /** Image tag. */
  public static final String IMAGE_TAG = "^[A-Za-z0-9_][A-Za-z0-9_.-]*$";

  /** Image digest. */
  public static final String DIGEST = "^sha256:[a-f0-9]{64}$";

  /** Directory. */
  public static final String ABSOLUTE_PATH = "^/[^:]*$";

  /** Path of a URL. */
  public static final String URL_PATH = "^/[A-Za-z0-9._~/-]*$";

  /** Path pattern of CloudFront. */
  public static final String CDN_PATH = "^/[A-Za-z0-9._~/*-]*$";

  /** Web address. */
  public static final String URL = "^https?://[^ ]+$";

  /** Address range. */
  public static final String CIDR =
      "^([0-9]{1,3}\\.){3}[0-9]{1,3}/[0-9]{1,2}$|^[0-9a-fA-F:]+/[0-9]{1,3}$";

  /** Shape of a cron expression; whether its numbers fit, {@code CronRules} say. */
  public static final String CRON =
      "^[0-9*/,-]+ [0-9*/,-]+ [0-9*/,-]+ [0-9A-Z*/,-]+ [0-9A-Z*/,-]+$";

  /** Name of a time zone. */
  public static final String TIME_ZONE = "^[A-Za-z]+([/_+-][A-Za-z0-9_+-]+)*$";

  /** RFC 3339 time. */
  public static final String TIMESTAMP =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$";

  /** Duration. */
  public static final String DURATION = "^[1-9][0-9]*(s|m|h|d)$";

  /** Duration or Unknown. */
  public static final String LOSS = "^([1-9][0-9]*(s|m|h|d)|Unknown)$";

  /** Daily window. */
  public static final String DAY_WINDOW =
      "^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$";

  /** Weekly window. */
  public static final String WEEK_WINDOW =
      "^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$";

  /** AWS region. */
  public static final String REGION = "^[a-z]{2}(-[a-z]+)+-[0-9]$";

  /** VPC. */
  public static final String VPC_ID = "^vpc-[0-9a-z]+$";

  /** Subnet. */
  public static final String SUBNET_ID = "^subnet-[0-9a-z]+$";

  /** Type and name of an AWS item. */
  public static final String ADOPT = "^[a-z0-9]+\\.[A-Za-z0-9]+/[^ ]+$";

  /** Name in AWS. */
  public static final String AWS_NAME = "^[A-Za-z0-9/_+=.@-]+$";

  /** Alias of a KMS key, without its prefix. */
  public static final String KMS_ALIAS = "^[A-Za-z0-9/_-]+$";

  /** Identifier of an RDS, ElastiCache or OpenSearch item. */
  public static final String DB_NAME = "^[a-z]([a-z0-9-]*[a-z0-9])?$";

  /** Identifier of a snapshot. */
  public static final String SNAPSHOT_NAME = "^[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?$";

  /** Name of a DynamoDB table. */
  public static final String TABLE_NAME = "^[A-Za-z0-9_.-]+$";

  /** Name of an S3 bucket. */
  public static final String BUCKET_NAME = "^[a-z0-9][a-z0-9.-]*[a-z0-9]$";

  /** Name of a queue or topic. */
  public static final String QUEUE_NAME = "^[A-Za-z0-9_-]+(\\.fifo)?$";

  /** Letters, digits, hyphen and underscore. */
  public static final String WAF_NAME = "^[A-Za-z0-9_-]+$";

  /** Beginning of a log group. */
  public static final String LOG_GROUP = "^[A-Za-z0-9._/#-]+$";

  /** Engine version. */
  public static final String ENGINE_VERSION = "^[0-9]+(\\.[0-9a-z]+)*$";

  /** RDS instance class. */
  public static final String DB_CLASS = "^db\\.[a-z0-9]+\\.[a-z0-9]+$";

  /** ElastiCache node type. */
  public static final String CACHE_CLASS = "^cache\\.[a-z0-9]+\\.[a-z0-9]+$";

  /** OpenSearch instance type. */
  public static final String SEARCH_CLASS = "^[a-z0-9]+\\.[a-z0-9]+\\.search$";

  /** EC2 instance type. */
  public static final String EC2_CLASS = "^[a-z0-9-]+\\.[a-z0-9-]+$";

  /** RDS storage type. */
  public static final String STORAGE_TYPE = "^gp[23]$";

  /** Log type of a database. */
  public static final String LOG_EXPORT = "^[a-z]+$";

  /** Database name. */
  public static final String DATABASE_NAME = "^[A-Za-z_][A-Za-z0-9_]*$";

  /** Database user. */
  public static final String USERNAME = "^[A-Za-z_][A-Za-z0-9_]*$";

  /** Attribute of a table. */
  public static final String ATTRIBUTE = "^[A-Za-z0-9_.-]+$";

  /** ISO 3166 code. */
  public static final String COUNTRY = "^[A-Z]{2}$";

  /** TLS version. */
  public static final String TLS_VERSION = "^1\\.[23]$";

  /** E-mail address. */
  public static final String EMAIL = "^[^@ <>]+@[^@ <>]+\\.[^@ <>]+$";

  /** Telephone number. */
  public static final String PHONE = "^\\+[1-9][0-9]{6,14}$";

  /** Slack channel. */
  public static final String SLACK_CHANNEL = "^[#@]?[a-z0-9_-]+$";

  /** Id of an operation. */
  public static final String OPERATION_ID = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

  private Patterns() {}
}
