package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.WantedItem;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a platform is called, AWS takes the names that are made of it, by its own rules. */
class DerivedNamesTest {
  private static final String IDENTIFIER = "[a-z](?!.*--)[a-z0-9-]*[a-z0-9]";

  /** What the API reference of each type says of its names. */
  private static final Map<String, String> RULES =
      Map.ofEntries(
          Map.entry("athena.WorkGroup", "[a-zA-Z0-9._-]{1,128}"),
          Map.entry("backup.Plan", "[a-zA-Z0-9_.-]{1,50}"),
          Map.entry("backup.Vault", "[a-zA-Z0-9_-]{2,50}"),
          Map.entry("budgets.Budget", "[^:\\\\]{1,100}"),
          Map.entry("cloudfront.Distribution", ".{1,128}"),
          Map.entry("cloudwatch.Alarm", "\\P{Cntrl}{1,255}"),
          Map.entry("cloudwatch.Dashboard", "[A-Za-z0-9_-]{1,255}"),
          Map.entry("docdb.Cluster", IDENTIFIER),
          Map.entry("docdb.ClusterParameterGroup", IDENTIFIER),
          Map.entry("docdb.Instance", IDENTIFIER),
          Map.entry("dynamodb.Table", "[a-zA-Z0-9_.-]{3,255}"),
          Map.entry("ec2.SecurityGroup", "(?!sg-)[a-zA-Z0-9 ._:/()#,@+=&;{}!$*-]{1,255}"),
          Map.entry("efs.AccessPoint", ".{1,64}"),
          Map.entry("efs.FileSystem", ".{1,64}"),
          Map.entry("elasticache.ParameterGroup", IDENTIFIER),
          Map.entry("elasticache.ReplicationGroup", IDENTIFIER),
          Map.entry("elasticache.SubnetGroup", "[a-z0-9-]{1,255}"),
          Map.entry("firehose.DeliveryStream", "[a-zA-Z0-9._-]{1,64}"),
          Map.entry("glue.Database", "[a-z0-9_-]{1,128}"),
          Map.entry("iam.Role", "[\\w+=,.@-]{1,64}"),
          Map.entry("kinesis.Stream", "[a-zA-Z0-9_.-]{1,128}"),
          Map.entry("logs.LogGroup", "(?!aws/)[a-zA-Z0-9_/.#-]{1,512}"),
          Map.entry("opensearch.Domain", "[a-z][a-z0-9-]{2,27}"),
          Map.entry("rds.Cluster", IDENTIFIER),
          Map.entry("rds.ClusterInstance", IDENTIFIER),
          Map.entry("rds.ClusterParameterGroup", IDENTIFIER),
          Map.entry("rds.Instance", IDENTIFIER),
          Map.entry("rds.ParameterGroup", IDENTIFIER),
          Map.entry("rds.SubnetGroup", "(?!default$)[a-z0-9 _.-]{1,255}"),
          Map.entry("s3.Bucket", "(?!xn--|sthree-|amzn-s3-demo-)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"),
          Map.entry("secretsmanager.Secret", "(?!.*-.{6}$)[A-Za-z0-9/_+=.@-]{1,512}"),
          Map.entry("sesv2.ConfigurationSet", "[A-Za-z0-9_-]{1,64}"),
          Map.entry("sns.Topic", "[A-Za-z0-9_-]{1,251}(\\.fifo)?"),
          Map.entry("sqs.Queue", "[A-Za-z0-9_-]{1,75}(\\.fifo)?|[A-Za-z0-9_-]{1,80}"),
          Map.entry("wafv2.CloudFrontWebAcl", "[\\w-]{1,128}"),
          Map.entry("wafv2.WebAcl", "[\\w-]{1,128}"),
          Map.entry("xray.Group", "[a-zA-Z0-9-]{1,32}"));

  /** What is found by its tags, or is part of something else, has a name for people at most. */
  private static final Set<Identity> NAMED = Set.of(Identity.NAME, Identity.TOKEN);

  /** Their names are what they are about: an address, an image, a zone. */
  private static final Set<String> NOT_DERIVED =
      Set.of(
          "ec2.ManagedPrefixList",
          "ec2.Network",
          "ecr.Repository",
          "route53.HostedZone",
          "sesv2.EmailIdentity");

  private final YAMLMapper yaml = new YAMLMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop",
        "sg",
        "1st.shop",
        "aws-cognito--amazon",
        "xn--shop",
        "a.b.c--d",
        "pppppppppppppppppppppppppppppppppppppppp",
        "default"
      })
  void areTaken(String platform) {
    Map<String, String> names = new HashMap<>();
    for (ContractPlatform subject : ContractRows.platforms()) {
      for (WantedItem item : items(platform, subject)) {
        String type = item.type().name();
        if (!NAMED.contains(item.type().identity()) || NOT_DERIVED.contains(type)) {
          continue;
        }
        assertThat(RULES).as("what may %s be called?", type).containsKey(type);
        assertThat(item.awsName())
            .as(type)
            .matches(RULES.get(type))
            .hasSizeLessThanOrEqualTo(item.type().longestName());
        names.put(type, item.awsName());
      }
    }
    assertThat(new TreeSet<>(names.keySet())).isEqualTo(new TreeSet<>(RULES.keySet()));
  }

  private List<WantedItem> items(String platform, ContractPlatform subject) {
    try {
      JsonNode spec = yaml.readTree(ContractRow.text(subject.before()));
      withoutNames(spec);
      return new PlatformItems(Kinds.all())
          .compile(EngineLife.platform(platform, yaml.writeValueAsString(spec).substring(4)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void withoutNames(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(List.of("awsName", "awsNames", "dashboardAwsName", "groupPrefix"));
    }
    node.forEach(DerivedNamesTest::withoutNames);
  }
}
