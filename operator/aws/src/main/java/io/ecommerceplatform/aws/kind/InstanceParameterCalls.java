package io.ecommerceplatform.aws.kind;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Tag;

/** Groups of parameters of single servers. */
final class InstanceParameterCalls implements ParameterCalls {

  @Override
  public String word() {
    return "DB";
  }

  @Override
  public Stream<Group> groups(RdsClient rds) {
    return rds.describeDBParameterGroupsPaginator(request -> {}).dbParameterGroups().stream()
        .map(
            group ->
                new Group(
                    group.dbParameterGroupName(),
                    group.dbParameterGroupArn(),
                    group.dbParameterGroupFamily(),
                    group.description()));
  }

  @Override
  public Stream<Parameter> parameters(RdsClient rds, String group, String source) {
    return rds
        .describeDBParametersPaginator(
            request -> request.dbParameterGroupName(group).source(source))
        .parameters()
        .stream();
  }

  @Override
  public void create(
      RdsClient rds, String name, String family, String description, List<Tag> tags) {
    rds.createDBParameterGroup(
        request ->
            request
                .dbParameterGroupName(name)
                .dbParameterGroupFamily(family)
                .description(description)
                .tags(tags));
  }

  @Override
  public void modify(RdsClient rds, String group, List<Parameter> parameters) {
    rds.modifyDBParameterGroup(
        request -> request.dbParameterGroupName(group).parameters(parameters));
  }

  @Override
  public void reset(RdsClient rds, String group, List<Parameter> parameters) {
    rds.resetDBParameterGroup(
        request -> request.dbParameterGroupName(group).parameters(parameters));
  }

  @Override
  public void delete(RdsClient rds, String group) {
    rds.deleteDBParameterGroup(request -> request.dbParameterGroupName(group));
  }
}
