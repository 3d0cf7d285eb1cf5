package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.KafkaUser;
import io.ecommerceplatform.model.KafkaUser.Grant;
import io.ecommerceplatform.resource.ManagedKind;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.KafkaUserBuilder;
import io.strimzi.api.kafka.model.user.KafkaUserScramSha512ClientAuthentication;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleType;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.util.List;
import java.util.Map;

/** Compiles who may connect to a Kafka of Strimzi, and how KEDA logs in. */
record StrimziUsers(StoreComponent component) {

  void compile(DesiredBuilder desired) {
    for (KafkaUser user : component.platform().kafkaUsers()) {
      desired.add(user(user));
      if (user.name().equals(component.store().kafkaScaler())) {
        scaler(user, desired);
      }
    }
  }

  private io.strimzi.api.kafka.model.user.KafkaUser user(KafkaUser user) {
    return new KafkaUserBuilder()
        .withMetadata(StrimziStore.part(component, user.name()))
        .withNewSpec()
        .withAuthentication(new KafkaUserScramSha512ClientAuthentication())
        .withAuthorization(authorization(user))
        .endSpec()
        .build();
  }

  /**
   * None for who may do nothing: an empty list is no list to the model, and refused without one.
   */
  private static KafkaUserAuthorizationSimple authorization(KafkaUser user) {
    if (user.grants().isEmpty()) {
      return null;
    }
    KafkaUserAuthorizationSimple simple = new KafkaUserAuthorizationSimple();
    simple.setAcls(user.grants().stream().map(StrimziUsers::rule).toList());
    return simple;
  }

  private static AclRule rule(Grant grant) {
    List<StrimziAclOperation> operations =
        grant.operations().stream()
            .map(
                operation ->
                    switch (operation) {
                      case READ -> StrimziAclOperation.READ;
                      case WRITE -> StrimziAclOperation.WRITE;
                      case DESCRIBE -> StrimziAclOperation.DESCRIBE;
                    })
            .toList();
    // from wherever: NetworkPolicies say who reaches the brokers
    return new AclRule(AclRuleType.ALLOW, resource(grant), "*", operations);
  }

  private static AclRuleResource resource(Grant grant) {
    AclResourcePatternType pattern =
        grant.isPrefix() ? AclResourcePatternType.PREFIX : AclResourcePatternType.LITERAL;
    return switch (grant.subject()) {
      case TOPIC -> {
        AclRuleTopicResource topic = new AclRuleTopicResource();
        topic.setName(grant.name());
        topic.setPatternType(pattern);
        yield topic;
      }
      case GROUP -> {
        AclRuleGroupResource group = new AclRuleGroupResource();
        group.setName(grant.name());
        group.setPatternType(pattern);
        yield group;
      }
      case TRANSACTION -> {
        AclRuleTransactionalIdResource transaction = new AclRuleTransactionalIdResource();
        transaction.setName(grant.name());
        transaction.setPatternType(pattern);
        yield transaction;
      }
    };
  }

  /** The Secret of a user has no name in it, and KEDA takes one from no other place. */
  private void scaler(KafkaUser user, DesiredBuilder desired) {
    ObjectMetadata metadata = component.metadata();
    desired.add(
        new ConfigMapBuilder()
            .withMetadata(metadata.owned(user.name()))
            .withData(Map.of("sasl", "scram_sha512", "username", user.name()))
            .build());
    desired.add(
        new CustomObject(
            ManagedKind.TRIGGER_AUTHENTICATION,
            metadata.owned(user.name()),
            Map.of(
                "configMapTargetRef",
                List.of(parameter(user, "sasl"), parameter(user, "username")),
                "secretTargetRef",
                List.of(parameter(user, KafkaUser.PASSWORD)))));
  }

  private static Map<String, String> parameter(KafkaUser user, String key) {
    return Map.of("parameter", key, "name", user.name(), "key", key);
  }
}
