package io.ecommerceplatform.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.ecommerceplatform.localplane.aws.AwsEmulator;
import io.ecommerceplatform.localplane.aws.AwsRequest;
import io.ecommerceplatform.localplane.junit.LocalAws;
import io.ecommerceplatform.model.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rights that the reference asks for are those that the kinds use: none less, none more. */
@LocalAws
class AwsRightsApiTest {
  private static final Set<String> OF_THE_ENGINE =
      Set.of("sts:GetCallerIdentity", "tag:GetResources");

  /** Where IAM names a service otherwise than its API. */
  private static final Map<String, String> SERVICES = Map.of("resourcegroupstaggingapi", "tag");

  /** Where IAM names a right otherwise than the operation that needs it. */
  private static final Map<String, String> ACTIONS = Map.of();

  @Test
  void everyRightIsUsedAndEveryCallIsAllowed(AwsEmulator aws) {
    Set<String> used = new TreeSet<>();
    HandClock clock = new HandClock();
    for (List<String> files : files()) {
      aws.reset();
      EngineLife engine = new EngineLife(aws, clock, Kinds.all());
      engine.converge(ContractRow.platform(files.get(0)));
      Platform changed = ContractRow.platform(files.get(1));
      engine.converge(changed);
      ForeignHand hand = new ForeignHand(Kinds.all(), engine.accounts);
      engine.verdicts(changed).forEach(hand::turn);
      engine.rest(Duration.ofHours(2));
      engine.converge(changed);
      for (int i = 0; i < 12; i++) {
        engine.pass(ContractRow.platform("nothing"));
        engine.rest(Duration.ofMinutes(5));
      }
      used.addAll(aws.requests(0).stream().map(AwsRightsApiTest::action).toList());
    }
    Set<String> granted = new TreeSet<>(OF_THE_ENGINE);
    Kinds.all().list().forEach(kind -> granted.addAll(kind.actions()));
    assertThat(used).isEqualTo(granted);
  }

  private static Set<List<String>> files() {
    return ContractRows.all().stream()
        .map(row -> List.of(row.before(), row.after()))
        .collect(Collectors.toSet());
  }

  private static String action(AwsRequest request) {
    String service = SERVICES.getOrDefault(request.service(), request.service());
    String action = service + ":" + request.operation();
    return ACTIONS.getOrDefault(action, action);
  }
}
