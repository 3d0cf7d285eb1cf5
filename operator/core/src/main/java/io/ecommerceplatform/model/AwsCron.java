package io.ecommerceplatform.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A cron expression as AWS writes it: six fields, weekdays by name, as AWS counts them from another
 * day, and a question mark for the day that does not count. Where both days are given cron means
 * either and AWS takes one only, so that two expressions come of it.
 */
record AwsCron(String expression) {
  private static final List<String> WEEKDAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final String ALL = "*";

  List<String> expressions() {
    String[] fields = expression.trim().split("\\s+");
    String time = stepped(fields[0], 0) + " " + stepped(fields[1], 0);
    String day = stepped(fields[2], 1);
    String month = stepped(fields[3], 1);
    String weekday = weekdays(fields[4]);
    List<String> all = new ArrayList<>();
    if (!day.equals(ALL) || weekday.equals(ALL)) {
      all.add("cron(%s %s %s ? *)".formatted(time, day, month));
    }
    if (!weekday.equals(ALL)) {
      all.add("cron(%s ? %s %s *)".formatted(time, month, weekday));
    }
    return all;
  }

  /** A step over everything begins with the first; AWS wants it said. */
  private static String stepped(String field, int first) {
    return field.replace("*/", first + "/");
  }

  private static String weekdays(String field) {
    TreeSet<Integer> days = new TreeSet<>();
    for (String part : field.split(",")) {
      String[] range = part.split("/");
      int step = range.length == 1 ? 1 : Integer.parseInt(range[1]);
      String[] ends = range[0].equals(ALL) ? new String[] {"0", "6"} : range[0].split("-");
      int last = ends.length == 1 && range.length == 1 ? number(ends[0]) : end(ends);
      for (int day = number(ends[0]); day <= last; day += step) {
        days.add(day % WEEKDAYS.size());
      }
    }
    return days.size() == WEEKDAYS.size()
        ? ALL
        : String.join(",", days.stream().map(WEEKDAYS::get).toList());
  }

  /** A single day with a step goes on to the end of the week. */
  private static int end(String[] ends) {
    return ends.length == 1 ? WEEKDAYS.size() - 1 : number(ends[1]);
  }

  private static int number(String day) {
    int named = WEEKDAYS.indexOf(day);
    return named >= 0 ? named : Integer.parseInt(day);
  }
}
