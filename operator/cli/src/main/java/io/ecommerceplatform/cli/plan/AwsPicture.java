package io.ecommerceplatform.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.ecommerceplatform.aws.OneLook;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.pass.Assessment;
import io.ecommerceplatform.plan.Plan;
import io.ecommerceplatform.plan.WholePlan;
import io.ecommerceplatform.resource.ItemWorld;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * AWS as the caller may see it, looked at once.
 *
 * @param world what is there
 * @param whyUnknown why it was not looked at, if it was not
 */
public record AwsPicture(ItemWorld world, String whyUnknown) {

  /**
   * Looks, unless nothing of the platform is in AWS.
   *
   * @param platform as it is resolved; asked for only when it is needed
   */
  public static AwsPicture of(
      JsonNode resource, boolean refresh, InstantSource clock, Supplier<Platform> platform) {
    if (resource.at("/spec/aws").isMissingNode()) {
      return new AwsPicture(ItemWorld.none(), "");
    }
    if (!refresh) {
      return new AwsPicture(ItemWorld.none(), "not looked at: --refresh=false");
    }
    Optional<OneLook> look = OneLook.ofThisProcess(clock);
    return look.isEmpty()
        ? new AwsPicture(ItemWorld.none(), "not looked at: no AWS credentials")
        : new AwsPicture(look.get().at(platform.get()), "not looked at");
  }

  /** The plan with what only later passes of the operator do. */
  public Plan whole(Assessment assessment) {
    return new WholePlan(assessment.platform().owner(), world, whyUnknown)
        .of(assessment.plan(), assessment.desired().items());
  }
}
