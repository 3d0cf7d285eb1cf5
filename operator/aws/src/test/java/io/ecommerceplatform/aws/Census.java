package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.resource.FoundItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What is in an account, whoever has it: counted without the kinds and without tags, so that what
 * an operator made and lost is seen. Ids that are new each time are one text.
 *
 * @param things by type, sorted
 * @param items what an operator sees of its own, sorted
 */
record Census(Map<String, List<String>> things, List<String> items) {
  private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z";
  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  static Census of(Clients clients, Stream<FoundItem> found) {
    Map<String, List<String>> things = new TreeMap<>();
    count(things, "queues", sqs(clients).listQueues().queueUrls());
    SnsClient sns = clients.of(SnsClient.class, SnsClient::builder);
    count(things, "topics", sns.listTopics().topics().stream().map(t -> t.topicArn()).toList());
    count(
        things,
        "subscriptions",
        sns.listSubscriptions().subscriptions().stream()
            .map(s -> s.topicArn() + " " + s.endpoint())
            .toList());
    count(
        things,
        "tables",
        clients.of(DynamoDbClient.class, DynamoDbClient::builder).listTables().tableNames());
    count(
        things,
        "buckets",
        clients.of(S3Client.class, S3Client::builder).listBuckets().buckets().stream()
            .map(bucket -> bucket.name())
            .toList());
    count(
        things,
        "roles",
        clients.of(IamClient.class, IamClient::builder).listRoles().roles().stream()
            .map(role -> role.roleName())
            .toList());
    keys(clients.of(KmsClient.class, KmsClient::builder), things);
    backups(clients.of(BackupClient.class, BackupClient::builder), things);
    return new Census(things, found.map(Census::shown).sorted().toList());
  }

  private static SqsClient sqs(Clients clients) {
    return clients.of(SqsClient.class, SqsClient::builder);
  }

  private static void keys(KmsClient kms, Map<String, List<String>> things) {
    count(
        things,
        "keys",
        kms.listKeys().keys().stream()
            .map(KeyListEntry::keyId)
            .map(id -> kms.describeKey(r -> r.keyId(id)).keyMetadata())
            .filter(key -> key.keyManagerAsString().equals("CUSTOMER"))
            .map(key -> key.description() + " " + key.keyState())
            .toList());
    count(
        things,
        "aliases",
        kms.listAliases().aliases().stream()
            .map(alias -> alias.aliasName())
            .filter(name -> !name.startsWith("alias/aws/"))
            .toList());
  }

  private static void backups(BackupClient backup, Map<String, List<String>> things) {
    count(
        things,
        "vaults",
        backup.listBackupVaults(r -> {}).backupVaultList().stream()
            .map(vault -> vault.backupVaultName())
            .toList());
    List<BackupPlansListMember> plans = backup.listBackupPlans(r -> {}).backupPlansList();
    count(things, "plans", plans.stream().map(BackupPlansListMember::backupPlanName).toList());
    count(
        things,
        "selections",
        plans.stream()
            .map(BackupPlansListMember::backupPlanId)
            .flatMap(
                plan ->
                    backup
                        .listBackupSelections(r -> r.backupPlanId(plan))
                        .backupSelectionsList()
                        .stream())
            .map(selection -> selection.selectionName())
            .toList());
  }

  private static void count(
      Map<String, List<String>> things, String type, Collection<String> names) {
    things.put(type, names.stream().sorted().toList());
  }

  private static String shown(FoundItem item) {
    return "%s/%s %s %s %s"
        .formatted(
            item.type().name(),
            item.awsName(),
            item.settings(),
            new TreeMap<>(item.tags()),
            item.health())
        .replaceAll(ID, "<id>")
        .replaceAll(TIME, "<time>");
  }

  /** How many things there are in all. */
  int size() {
    return things.values().stream().mapToInt(List::size).sum();
  }
}
