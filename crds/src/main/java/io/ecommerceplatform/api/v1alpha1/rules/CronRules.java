package io.ecommerceplatform.api.v1alpha1.rules;

/** Five fields of a cron expression, each with numbers that it may have. */
public final class CronRules {
  private static final String STEP = "(/[1-9][0-9]?)?";
  private static final String MINUTE = "([*]|[0-5]?[0-9](-[0-5]?[0-9])?)" + STEP;
  private static final String HOUR_OF_DAY = "([01]?[0-9]|2[0-3])";
  private static final String HOUR = "([*]|" + HOUR_OF_DAY + "(-" + HOUR_OF_DAY + ")?)" + STEP;
  private static final String DAY_OF_MONTH = "(0?[1-9]|[12][0-9]|3[01])";
  private static final String DAY = "([*]|" + DAY_OF_MONTH + "(-" + DAY_OF_MONTH + ")?)" + STEP;
  private static final String MONTH_OF_YEAR =
      "(0?[1-9]|1[0-2]|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)";
  private static final String MONTH = "([*]|" + MONTH_OF_YEAR + "(-" + MONTH_OF_YEAR + ")?)" + STEP;
  private static final String DAY_OF_WEEK = "([0-6]|SUN|MON|TUE|WED|THU|FRI|SAT)";
  private static final String WEEKDAY = "([*]|" + DAY_OF_WEEK + "(-" + DAY_OF_WEEK + ")?)" + STEP;
  private static final String EXPRESSION =
      "'^"
          + (MINUTE + "(," + MINUTE + ")* ")
          + (HOUR + "(," + HOUR + ")* ")
          + (DAY + "(," + DAY + ")* ")
          + (MONTH + "(," + MONTH + ")* ")
          + (WEEKDAY + "(," + WEEKDAY + ")*$'");
  private static final String ADVICE =
      " is no cron expression: write minute hour day month weekday, such as 0 18 * * 5, with"
          + " Sunday as 0'";

  public static final String JOB = "self.schedule.matches(" + EXPRESSION + ")";
  public static final String JOB_MESSAGE =
      "'jobs[%s].schedule: %s" + ADVICE + ".format([self.name, self.schedule])";

  public static final String START = "self.start.matches(" + EXPRESSION + ")";
  public static final String START_MESSAGE = "'start: %s" + ADVICE + ".format([self.start])";

  public static final String END = "self.end.matches(" + EXPRESSION + ")";
  public static final String END_MESSAGE = "'end: %s" + ADVICE + ".format([self.end])";

  public static final String BACKUP = "!has(self.schedule) || " + JOB;
  public static final String BACKUP_MESSAGE =
      "'backup.schedule: %s" + ADVICE + ".format([self.schedule])";

  private CronRules() {}
}
