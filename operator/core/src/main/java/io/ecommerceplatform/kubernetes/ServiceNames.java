package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.api.v1alpha1.status.Color;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.ResolvedService;
import io.ecommerceplatform.resource.Json;
import io.ecommerceplatform.rollout.Revision;
import io.ecommerceplatform.rollout.ServiceRollout;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names, labels and selectors of the objects of one service, in one colour or in none. */
record ServiceNames(Platform platform, ResolvedService service) {
  static final String COMPONENT = "service";

  ObjectMetadata metadata() {
    String application = service.isBundled() ? service.component() : service.name();
    return new ObjectMetadata(platform, application, service.name(), COMPONENT);
  }

  /** The colour that takes traffic; a service that never ran starts on blue. */
  Color stableColor(CompileContext context) {
    return context.intent().of(service.name()).map(ServiceRollout::stableColor).orElse(Color.blue);
  }

  String of(Color color) {
    return service.name() + "-" + color;
  }

  /** Name of the configuration; another content is another name, so that pods can keep theirs. */
  String configMap() {
    return service.name() + "-config-" + Json.hash(service.config());
  }

  /** Metadata of an object that exists once per colour. */
  ObjectMeta owned(Color color) {
    return new ObjectMetaBuilder(metadata().owned(of(color)))
        .addToLabels(Revision.COLOR, color.name())
        .build();
  }

  Map<String, String> selector(Color color) {
    Map<String, String> selector = new LinkedHashMap<>(metadata().selector());
    selector.put(Revision.COLOR, color.name());
    return selector;
  }

  /** Selector of the pods of a service in either colour. */
  static Map<String, String> pods(Platform platform, String service) {
    return ObjectMetadata.selector(platform, service, COMPONENT);
  }
}
