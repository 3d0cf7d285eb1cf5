package io.ecommerceplatform.aws.kind;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Tag;

/** The calls about groups of parameters, which RDS has once for servers and once for clusters. */
interface ParameterCalls {

  /** A group without what is in it. */
  record Group(String name, String arn, String family, String description) {}

  /** What operations call the owner of a group. */
  String word();

  Stream<Group> groups(RdsClient rds);

  /** Those of one source, for example {@code user}; null is all. */
  Stream<Parameter> parameters(RdsClient rds, String group, String source);

  void create(RdsClient rds, String name, String family, String description, List<Tag> tags);

  void modify(RdsClient rds, String group, List<Parameter> parameters);

  void reset(RdsClient rds, String group, List<Parameter> parameters);

  void delete(RdsClient rds, String group);
}
