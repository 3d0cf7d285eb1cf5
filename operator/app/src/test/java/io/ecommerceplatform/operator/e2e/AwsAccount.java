package io.ecommerceplatform.operator.e2e;

import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;

/** The account of a test with the eyes of somebody who is no operator. */
record AwsAccount(AwsEmulator emulator) {
  static final String REGION = "us-east-1";

  Clients clients() {
    return new Accounts(
            Map.of(),
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(emulator.accessKeyId(), emulator.secretAccessKey())),
            Optional.of(emulator.endpoint()))
        .of("admin", REGION);
  }

  /** A VPC with private subnets and subnets for databases in two zones, known by their tags. */
  void layNetwork() {
    Ec2Client ec2 = clients().of(Ec2Client.class, Ec2Client::builder);
    String vpc = ec2.createVpc(request -> request.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    for (int i = 0; i < 4; i++) {
      String cidr = "10.0.%d.0/24".formatted(i);
      String zone = REGION + (i % 2 == 0 ? "a" : "b");
      String key = i < 2 ? "kubernetes.io/role/internal-elb" : "ecommerceplatform.io/subnets";
      String value = i < 2 ? "1" : "database";
      ec2.createSubnet(
          request ->
              request
                  .vpcId(vpc)
                  .cidrBlock(cidr)
                  .availabilityZone(zone)
                  .tagSpecifications(
                      s -> s.resourceType(ResourceType.SUBNET).tags(t -> t.key(key).value(value))));
    }
  }

  /** Tags of everything that has any, by ARN. */
  Map<String, Map<String, String>> tags() {
    Map<String, Map<String, String>> tags = new TreeMap<>();
    clients()
        .of(ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder)
        .getResourcesPaginator(request -> {})
        .resourceTagMappingList()
        .forEach(
            one ->
                tags.put(
                    one.resourceARN(),
                    one.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value))));
    return tags;
  }

  /** Writes since a mark, as {@code service:Operation}. */
  List<String> writes(long mark) {
    return emulator.requests(mark).stream()
        .filter(request -> !request.reads())
        .map(AwsAccount::shown)
        .toList();
  }

  private static String shown(AwsRequest request) {
    return request.service() + ":" + request.operation();
  }
}
