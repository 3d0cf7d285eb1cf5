package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.aws.kind.RdsInstance.Settings;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsDatabase;
import io.ecommerceplatform.model.AwsInstance;
import io.ecommerceplatform.resource.Reference;
import io.ecommerceplatform.resource.SecretReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wanted of one database server and its read replicas. */
record RdsInstanceWish(AwsInstance instance, Aws aws) {

  Stream<Wish<Settings>> all() {
    return Stream.concat(Stream.of(server()), instance.replicas().stream().map(this::replica));
  }

  private Wish<Settings> server() {
    AwsDatabase database = instance.database();
    return Wish.of(database.name(), database.path(), database.awsName(), settings(database))
        .withPolicy(database.deletionPolicy())
        .tagged(FinalSnapshot.tags(database));
  }

  private Settings settings(AwsDatabase database) {
    return new Settings(
        database.engine(),
        Rds.orNull(database.version()),
        database.instanceClass(),
        null,
        // what is in a copy has the names that it had
        database.restore().isPresent() ? null : Rds.orNull(database.databaseName()),
        database.masterUsername(),
        new SecretReference(database.masterSecret(), "password").text(),
        Restored.passwordSetBy(database.restore()),
        Restored.text(database.restore()),
        database.port(),
        instance.allocatedStorage(),
        instance.maxAllocatedStorage().orElse(null),
        instance.storageType(),
        instance.multiAz(),
        DbSubnetGroup.name(aws, database.name()).text(),
        Ec2SecurityGroup.id(aws, database.name()).text(),
        ParameterGroup.nameOrNull(ParameterGroup.TYPE, aws, database),
        database.storageEncrypted(),
        database.storageEncrypted() ? KmsKey.arn(aws) : null,
        database.backupRetentionDays(),
        Rds.orNull(database.backupWindow()),
        Rds.orNull(database.maintenanceWindow()),
        database.performanceInsights(),
        logs(database),
        database.deletionProtection(),
        true,
        false,
        database.applyImmediately());
  }

  /** There is nothing in a replica that is not in its source, so it goes without a snapshot. */
  private Wish<Settings> replica(AwsInstance.Replica replica) {
    String name = AwsInstance.replica(instance.database().name(), replica.name());
    return Wish.of(name, replica.path(), replica.awsName(), settings(replica))
        .withPolicy(Optional.of(DeletionPolicy.Delete));
  }

  /** What it takes from its source is left to AWS; null is not compared. */
  private Settings settings(AwsInstance.Replica replica) {
    AwsDatabase database = instance.database();
    return new Settings(
        database.engine(),
        Rds.orNull(database.version()),
        replica.instanceClass(),
        Reference.to(RdsInstance.TYPE, aws.region(), database.name(), RdsInstanceReading.SOURCE)
            .text(),
        null,
        null,
        null,
        null,
        null,
        database.port(),
        instance.allocatedStorage(),
        instance.maxAllocatedStorage().orElse(null),
        instance.storageType(),
        false,
        null,
        Ec2SecurityGroup.id(aws, database.name()).text(),
        ParameterGroup.nameOrNull(ParameterGroup.TYPE, aws, database),
        null,
        null,
        null,
        null,
        Rds.orNull(database.maintenanceWindow()),
        database.performanceInsights(),
        logs(database),
        false,
        true,
        false,
        database.applyImmediately());
  }

  private static List<String> logs(AwsDatabase database) {
    return database.logExports().isEmpty() ? null : database.logExports();
  }
}
