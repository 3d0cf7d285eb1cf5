package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.api.v1alpha1.status.ServiceStatus;
import io.ecommerceplatform.cli.text.Mark;
import io.ecommerceplatform.cli.text.Row;
import io.ecommerceplatform.cli.text.Section;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;

/** Services with ready counts, side, revision and image. */
final class ServiceSection {
  private ServiceSection() {}

  static Section of(PlatformView view) {
    List<ServiceStatus> services = view.list("services", ServiceStatus.class);
    boolean failing =
        view.conditions().stream()
            .filter(c -> "WorkloadsReady".equals(c.getType()))
            .anyMatch(ServiceSection::isBad);
    long ready = services.stream().filter(ServiceSection::isReady).count();
    return new Section(
        "Services",
        ready + "/" + services.size(),
        services.stream().map(s -> row(s, failing)).toList());
  }

  private static Row row(ServiceStatus service, boolean failing) {
    return Row.of(
            mark(service, failing),
            service.name(),
            service.ready(),
            service.color() == null ? "" : service.color().name(),
            service.revision(),
            service.image())
        .saying(service.message());
  }

  private static Mark mark(ServiceStatus service, boolean failing) {
    if (isReady(service)) {
      return Mark.FINE;
    }
    boolean explained = service.message() != null && !service.message().isEmpty();
    return failing && explained ? Mark.FAILING : Mark.WAITING;
  }

  /** {@code 2/2} is ready, {@code 0/0} too: a service can be scaled to nothing. */
  static boolean isReady(ServiceStatus service) {
    String[] counts = service.ready() == null ? new String[0] : service.ready().split("/");
    return counts.length == 2 && counts[0].equals(counts[1]);
  }

  private static boolean isBad(Condition condition) {
    Mark mark = Marks.of(condition);
    return mark == Mark.FAILING || mark == Mark.BLOCKED;
  }
}
