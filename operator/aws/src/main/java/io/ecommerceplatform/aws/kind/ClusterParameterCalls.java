package io.ecommerceplatform.aws.kind;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.Parameter;
import software.amazon.awssdk.services.rds.model.Tag;

/** Groups of parameters of Aurora clusters. */
final class ClusterParameterCalls implements ParameterCalls {

  @Override
  public String word() {
    return "DBCluster";
  }

  @Override
  public Stream<Group> groups(RdsClient rds) {
    return rds
        .describeDBClusterParameterGroupsPaginator(request -> {})
        .dbClusterParameterGroups()
        .stream()
        .map(
            group ->
                new Group(
                    group.dbClusterParameterGroupName(),
                    group.dbClusterParameterGroupArn(),
                    group.dbParameterGroupFamily(),
                    group.description()));
  }

  @Override
  public Stream<Parameter> parameters(RdsClient rds, String group, String source) {
    return rds
        .describeDBClusterParametersPaginator(
            request -> request.dbClusterParameterGroupName(group).source(source))
        .parameters()
        .stream();
  }

  @Override
  public void create(
      RdsClient rds, String name, String family, String description, List<Tag> tags) {
    rds.createDBClusterParameterGroup(
        request ->
            request
                .dbClusterParameterGroupName(name)
                .dbParameterGroupFamily(family)
                .description(description)
                .tags(tags));
  }

  @Override
  public void modify(RdsClient rds, String group, List<Parameter> parameters) {
    rds.modifyDBClusterParameterGroup(
        request -> request.dbClusterParameterGroupName(group).parameters(parameters));
  }

  @Override
  public void reset(RdsClient rds, String group, List<Parameter> parameters) {
    rds.resetDBClusterParameterGroup(
        request -> request.dbClusterParameterGroupName(group).parameters(parameters));
  }

  @Override
  public void delete(RdsClient rds, String group) {
    rds.deleteDBClusterParameterGroup(request -> request.dbClusterParameterGroupName(group));
  }
}
