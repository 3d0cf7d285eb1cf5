package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.binding.Environment;
import io.ecommerceplatform.catalogue.PodSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Completes one wanted job with the profile and what it is bound to. */
record JobResolver(Resolution resolution, ImageNames images, ServiceEnvironment environments) {
  private static final int NO_PORT = 0; // nobody calls a job

  ResolvedJob resolve(WantedJob wanted, ServiceStores stores) {
    List<String> waits = new ArrayList<>(stores.waitsFor());
    if (!new ScheduleRules(resolution).isFine(wanted)) {
      waits.add("a schedule");
    }
    Environment environment = environments.of(wanted.client(), NO_PORT, stores, waits);
    Optional<String> roleArn = new RoleRules(resolution).arn(wanted.client(), waits);
    PodSize size =
        resolution.catalogue().sizes().get(ServiceResolver.FOREIGN_SIZE).get(resolution.profile());
    return new ResolvedJob(
        wanted.name(),
        images.foreign(wanted.spec().image()),
        images.pullSecret(),
        list(wanted.spec().args()),
        wanted.spec().schedule(),
        or(wanted.spec().timeZone(), ""),
        PodResources.of(wanted.spec().resources(), size),
        PodResources.pool(wanted.spec().placement()),
        environment.config(),
        environment.env(),
        environment.secrets(),
        resolution.catalogue().common().writableDirs(),
        stores.authorities(),
        List.copyOf(stores.names()),
        Stream.concat(
                ServiceResolver.egress(wanted.spec().egress()).stream(),
                ServiceResolver.toAws(resolution, wanted.client(), stores).stream())
            .distinct()
            .toList(),
        waits.stream().distinct().toList(),
        roleArn);
  }
}
