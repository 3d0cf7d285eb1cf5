package io.ecommerceplatform.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.plan.Operation;
import io.ecommerceplatform.resource.ObjectRef;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostCredentialsTest {
  private static final String SHOP =
      """
      metadata: {name: shop}
      spec: {profile: Economy, version: "1.0.0", services: [{name: user}]}
      """;

  private World world;

  @BeforeEach
  void hasData() {
    world = new World(SHOP).converge();
  }

  @Test
  void ofDataThatIsThereAreNotMadeAnew() {
    lose("Secret", "postgresql-credentials");

    Assessment assessment = world.assess();

    assertThat(assessment.findings())
        .extracting(Finding::reason)
        .containsExactly(Reason.CredentialsLost);
    assertThat(assessment.findings().getFirst().text())
        .contains(
            "Secret postgresql-credentials is gone", "kubectl delete statefulset,pvc -n shop");
    // the setup that has run names the password in it
    assertThat(assessment.plan().actions())
        .extracting(action -> action.operation() + " " + action.ref().kind())
        .containsExactly("DELETE Job");
    world.converge();
    assertThat(world.objects().keySet())
        .extracting(ObjectRef::id)
        .contains("StatefulSet/postgresql");
  }

  @Test
  void areMissedWhileOnlyAVolumeIsLeft() {
    lose("Secret", "postgresql-credentials");
    lose("StatefulSet", "postgresql");
    assertThat(world.objects().keySet())
        .extracting(ObjectRef::kind)
        .contains("PersistentVolumeClaim");
    assertThat(world.assess().findings()).isNotEmpty();
    assertThat(world.assess().plan().of(Operation.CREATE)).isEmpty();
  }

  @Test
  void areMadeAnewWhenTheDataWasGivenUp() {
    lose("Secret", "postgresql-credentials");
    lose("StatefulSet", "postgresql");
    world.objects().keySet().removeIf(ref -> ref.kind().equals("PersistentVolumeClaim"));

    assertThat(world.assess().findings()).isEmpty();
    world.converge();
    assertThat(ids()).contains("Secret/postgresql-credentials", "StatefulSet/postgresql");
  }

  @Test
  void ofOneClientAreMadeAnewAndSetByTheSetup() {
    lose("Secret", "postgresql-user-credentials");
    assertThat(world.assess().findings()).isEmpty();
    assertThat(world.assess().plan().of(Operation.CREATE))
        .extracting(action -> action.ref().id())
        .containsExactly("Secret/postgresql-user-credentials");
  }

  private void lose(String kind, String name) {
    assertThat(
            world.objects().keySet().removeIf(r -> r.kind().equals(kind) && r.name().equals(name)))
        .isTrue();
  }

  private List<String> ids() {
    return world.objects().keySet().stream().map(ObjectRef::id).toList();
  }
}
