package io.ecommerceplatform.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCronTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 3 * * *        | cron(0 3 * * ? *)
          */30 */6 * * *   | cron(0/30 0/6 * * ? *)
          0 3 1,15 JAN *   | cron(0 3 1,15 JAN ? *)
          0 3 */2 */3 *    | cron(0 3 1/2 1/3 ? *)
          0 3 * * 0        | cron(0 3 ? * SUN *)
          0 3 * * 1-5      | cron(0 3 ? * MON,TUE,WED,THU,FRI *)
          0 3 * * MON-FRI  | cron(0 3 ? * MON,TUE,WED,THU,FRI *)
          0 3 * * SAT,SUN  | cron(0 3 ? * SUN,SAT *)
          0 3 * * */2      | cron(0 3 ? * SUN,TUE,THU,SAT *)
          0 3 * * 0-6      | cron(0 3 * * ? *)
          0 3 1 * 5        | cron(0 3 1 * ? *) cron(0 3 ? * FRI *)
          """)
  void isWhatAwsWrites(String cron, String aws) {
    assertThat(String.join(" ", new AwsCron(cron.strip()).expressions())).isEqualTo(aws);
  }
}
