package io.ecommerceplatform.model;

import static io.ecommerceplatform.model.Resolution.list;
import static io.ecommerceplatform.model.Resolution.or;

import io.ecommerceplatform.api.v1alpha1.service.ScalingSchedule;
import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Reason;
import java.util.ArrayList;
import java.util.List;

/** Reads times; what never comes or is no time is reported and left out. */
record ScheduleRules(Resolution resolution) {
  private static final String UTC = "UTC";

  /** The windows of one service. */
  List<ScalingWindow> windows(WantedService service, int max) {
    List<ScalingWindow> windows = new ArrayList<>();
    List<ScalingSchedule> schedules =
        service.spec().scaling() == null ? List.of() : list(service.spec().scaling().schedules());
    for (int i = 0; i < schedules.size(); i++) {
      ScalingSchedule set = schedules.get(i);
      String path = "%s.scaling.schedules[%d]".formatted(service.path(), i);
      String zone = or(set.timeZone(), UTC);
      CronTimes start = new CronTimes(set.start(), zone);
      CronTimes end = new CronTimes(set.end(), zone);
      if (isFine(path + ".start", start) && isFine(path + ".end", end)) {
        int most = or(set.maxReplicas(), Math.max(max, set.minReplicas()));
        windows.add(new ScalingWindow(start, end, set.minReplicas(), most));
      }
    }
    return windows;
  }

  /** True for times that come; reports the others. */
  boolean isFine(String path, CronTimes times) {
    times
        .problem()
        .ifPresent(
            text ->
                resolution.report(
                    ConditionType.WorkloadsReady, Reason.ScheduleInvalid, path, text));
    return times.problem().isEmpty();
  }

  /** True for a job that comes at a time. */
  boolean isFine(WantedJob job) {
    return isFine(
        job.client().path() + ".schedule",
        new CronTimes(job.spec().schedule(), or(job.spec().timeZone(), UTC)));
  }
}
