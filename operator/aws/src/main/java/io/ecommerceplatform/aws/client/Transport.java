package io.ecommerceplatform.aws.client;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * What all clients share: left to itself, each one keeps five threads to watch its time-outs.
 *
 * @param timeouts has no thread while nothing is sent
 */
record Transport(SdkHttpClient http, ScheduledExecutorService timeouts) {
  private static final int THREADS = 2;
  private static final Duration IDLE = Duration.ofSeconds(5);

  static Transport open() {
    ScheduledThreadPoolExecutor timeouts =
        new ScheduledThreadPoolExecutor(
            THREADS, Thread.ofPlatform().daemon().name("aws-timeouts-", 0).factory());
    timeouts.setKeepAliveTime(IDLE.toMillis(), TimeUnit.MILLISECONDS);
    timeouts.allowCoreThreadTimeOut(true);
    timeouts.setRemoveOnCancelPolicy(true);
    return new Transport(UrlConnectionHttpClient.create(), timeouts);
  }
}
