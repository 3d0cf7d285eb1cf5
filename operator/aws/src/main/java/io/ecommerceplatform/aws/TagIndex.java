package io.ecommerceplatform.aws;

import io.ecommerceplatform.aws.client.Accounts;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.resource.ItemOwner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;

/**
 * Names of everything in one scope that an operator made, whether or not a resource still says so:
 * one bulk read that finds what would be forgotten otherwise.
 */
final class TagIndex {
  private static final Duration REST = Duration.ofMinutes(5);

  private final InstantSource clock;
  private Instant due = Instant.EPOCH;
  private Set<String> names = Set.of();
  private Optional<String> account = Optional.empty();

  TagIndex(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Set<String> names() {
    return names;
  }

  synchronized Optional<String> account() {
    return account;
  }

  /** The next look reads it again. */
  synchronized void outdate() {
    due = Instant.EPOCH;
  }

  synchronized void read(Scope scope, Accounts accounts) {
    Instant now = clock.instant();
    if (now.isBefore(due)) {
      return;
    }
    Clients clients = accounts.of(scope.identity(), scope.region());
    account = Optional.of(accounts.account(scope.identity(), scope.region()));
    names =
        clients
            .of(ResourceGroupsTaggingApiClient.class, ResourceGroupsTaggingApiClient::builder)
            .getResourcesPaginator(
                request -> request.tagFilters(TagFilter.builder().key(ItemOwner.OWNER).build()))
            .resourceTagMappingList()
            .stream()
            .map(ResourceTagMapping::resourceARN)
            .map(TagIndex::last)
            .collect(Collectors.toUnmodifiableSet());
    due = now.plus(REST);
  }

  /** The name at the end of an ARN. */
  private static String last(String arn) {
    return arn.substring(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);
  }
}
