package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.efs.model.FileSystemDescription;
import software.amazon.awssdk.services.efs.model.MountTargetDescription;

/** What file systems have of their own: the ways to them, and that they stay. */
@LocalAws
class FilesApiTest {
  private static final String SHOP =
      """
      profile: Economy
      domain: {host: shop.example.com}
      aws: {identity: default, regions: [{name: us-east-1%s}]}
      services: []
      sharedFiles: [{name: exports%s}]
      """;

  private final HandClock clock = new HandClock();
  private EngineLife engine;

  @BeforeEach
  void startEmpty(AwsEmulator aws) {
    aws.reset();
    engine = new EngineLife(aws, clock, Kinds.all());
    engine.layNetwork();
  }

  private static Platform shop(String network, String fields) {
    return EngineLife.platform("shop", SHOP.formatted(network, fields));
  }

  @Test
  void aWayThatSomebodyTookIsMadeAgain() {
    Platform shop = shop("", "");
    engine.converge(shop);
    assertThat(targets()).as("one in each zone").hasSize(2);
    List<MountTargetDescription> made = targets();
    List<String> groups = groups(made.getFirst());

    efs().deleteMountTarget(r -> r.mountTargetId(made.getFirst().mountTargetId()));
    efs()
        .modifyMountTargetSecurityGroups(
            r -> r.mountTargetId(made.getLast().mountTargetId()).securityGroups(groupOfOthers()));
    engine.rest(Duration.ofHours(2));
    engine.converge(shop);

    assertThat(targets()).hasSize(2).allSatisfy(t -> assertThat(groups(t)).isEqualTo(groups));
  }

  @Test
  void waysFollowTheSubnetsThatAreNamed() {
    engine.converge(shop("", ""));
    String kept = targets().getFirst().subnetId();

    engine.converge(shop(", network: {privateSubnetIds: [%s]}".formatted(kept), ""));

    assertThat(targets()).extracting(MountTargetDescription::subnetId).containsExactly(kept);
  }

  @Test
  void filesStayAndAreTakenOverAgain() {
    engine.converge(shop("", ""));
    String id = fileSystems().getFirst().fileSystemId();

    settle(ContractRow.platform("nothing"));
    assertThat(fileSystems()).extracting(FileSystemDescription::fileSystemId).containsExactly(id);
    assertThat(targets()).isEmpty();
    assertThat(efs().describeAccessPoints(r -> {}).accessPoints()).isEmpty();

    engine.reborn().converge(shop("", ""));
    assertThat(fileSystems()).extracting(FileSystemDescription::fileSystemId).containsExactly(id);
    assertThat(targets()).hasSize(2);
  }

  @Test
  void filesGoOnlyWhenTheResourceSaysSo() {
    engine.converge(shop("", ", deletionPolicy: Delete"));
    settle(ContractRow.platform("nothing"));
    assertThat(fileSystems()).isEmpty();
  }

  private void settle(Platform platform) {
    for (int i = 0; i < 12; i++) {
      engine.pass(platform);
      engine.rest(Duration.ofMinutes(1));
    }
  }

  private List<FileSystemDescription> fileSystems() {
    return efs().describeFileSystems().fileSystems();
  }

  private List<MountTargetDescription> targets() {
    String id = fileSystems().getFirst().fileSystemId();
    return efs().describeMountTargets(r -> r.fileSystemId(id)).mountTargets();
  }

  private String groupOfOthers() {
    return engine
        .accounts
        .of("default", EngineLife.REGION)
        .of(Ec2Client.class, Ec2Client::builder)
        .describeSecurityGroups(r -> r.filters(f -> f.name("group-name").values("default")))
        .securityGroups()
        .getFirst()
        .groupId();
  }

  private List<String> groups(MountTargetDescription target) {
    return efs()
        .describeMountTargetSecurityGroups(r -> r.mountTargetId(target.mountTargetId()))
        .securityGroups();
  }

  private EfsClient efs() {
    return engine.accounts.of("default", EngineLife.REGION).of(EfsClient.class, EfsClient::builder);
  }
}
