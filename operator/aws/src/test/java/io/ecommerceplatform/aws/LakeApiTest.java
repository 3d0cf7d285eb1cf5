package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Table;

/** What a user makes beside the clicks is the user's. */
@LocalAws
class LakeApiTest {
  @AfterEach
  void leaveNothing(AwsEmulator aws) {
    aws.reset();
  }

  @Test
  void tablesOfOthersInItsDatabaseStay(AwsEmulator aws) {
    aws.reset();
    EngineLife engine = new EngineLife(aws, new HandClock(), Kinds.all());
    Platform shop = ContractRow.platform("analytics");
    engine.converge(shop);
    GlueClient glue =
        engine.accounts.of("default", EngineLife.REGION).of(GlueClient.class, GlueClient::builder);
    String database = glue.getDatabases(request -> {}).databaseList().getFirst().name();
    glue.createTable(
        request ->
            request
                .databaseName(database)
                .tableInput(
                    table ->
                        table
                            .name("mine")
                            .storageDescriptor(storage -> storage.location("s3://b/"))));

    engine.rest(Duration.ofHours(2));
    engine.converge(shop);

    assertThat(glue.getTables(request -> request.databaseName(database)).tableList())
        .extracting(Table::name)
        .containsExactlyInAnyOrder("clicks", "mine");
  }
}
