package io.ecommerceplatform.pass;

import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.WantedItem;
import java.util.List;

/** What a platform wants in AWS; the kinds that know it are in a module of their own. */
@FunctionalInterface
public interface ItemCompiler {

  List<WantedItem> compile(Platform platform);

  /** For who knows no kind. */
  static ItemCompiler none() {
    return platform -> List.of();
  }
}
