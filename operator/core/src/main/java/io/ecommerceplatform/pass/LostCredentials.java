package io.ecommerceplatform.pass;

import io.ecommerceplatform.finding.ConditionType;
import io.ecommerceplatform.finding.Finding;
import io.ecommerceplatform.finding.Reason;
import io.ecommerceplatform.model.AwsStore;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.model.Store;
import io.ecommerceplatform.resource.Desired;
import io.ecommerceplatform.resource.ItemOwner;
import io.ecommerceplatform.resource.LiveObject;
import io.ecommerceplatform.resource.ObjectRef;
import io.ecommerceplatform.resource.Observed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes no new password for a database whose data knows the old one: its server would go on with
 * the old one, nobody could log in, and the next start would still ask for what is lost. Clients'
 * own passwords are no matter, as the setup sets them again. Of caches and searches only those in
 * AWS have to be told a new password.
 *
 * @param platform whose stores they are
 * @param observed the world
 */
record LostCredentials(Platform platform, Observed observed) {
  private static final Set<String> DATA = Set.of("StatefulSet", "PersistentVolumeClaim");

  /** What is wanted without the passwords that must not be made anew. */
  Desired hold(Desired desired) {
    Set<String> lost = stores().stream().map(Store::adminSecret).collect(Collectors.toSet());
    return lost.isEmpty()
        ? desired
        : new Desired(
            desired.objects(),
            desired.secrets().stream().filter(s -> !lost.contains(s.ref().name())).toList(),
            desired.held(),
            desired.items());
  }

  List<Finding> findings() {
    return stores().stream().map(this::finding).toList();
  }

  private List<Store> stores() {
    return platform.stores().stream()
        .filter(LostCredentials::keepsItsPassword)
        .filter(store -> isGone(store) && hasData(store))
        .toList();
  }

  private static boolean keepsItsPassword(Store store) {
    return switch (store.kind()) {
      case DATABASE -> store.inCluster() || store.isMadeInAws();
      case CACHE, SEARCH -> store.isMadeInAws() && store.access().tls();
      case EVENTS, TABLE -> false;
    };
  }

  private boolean isGone(Store store) {
    ObjectRef secret = new ObjectRef("v1", "Secret", platform.namespace(), store.adminSecret());
    return observed.find(secret).isEmpty();
  }

  private boolean hasData(Store store) {
    if (store.isMadeInAws()) {
      String type = AwsStore.typeOf(store.kind(), store.engine());
      return observed
          .items()
          .of(new ItemOwner(platform.owner()))
          .anyMatch(
              item ->
                  item.getKey().kind().equals(type) && item.getKey().name().equals(store.name()));
    }
    return observed.objects().values().stream()
        .filter(live -> DATA.contains(live.ref().kind()) && live.isOf(platform.owner()))
        .anyMatch(live -> isOf(live, store));
  }

  private static boolean isOf(LiveObject live, Store store) {
    return store.name().equals(live.labels().get("app.kubernetes.io/instance"));
  }

  private Finding finding(Store store) {
    return new Finding(ConditionType.DataReady, Reason.CredentialsLost, store.path(), text(store));
  }

  private String text(Store store) {
    if (store.isMadeInAws()) {
      return ("Secret %s is gone, and AWS knows the password that was in it, so none is made"
              + " anew; put the Secret back, or set a new password in AWS and in the Secret"
              + " (kubectl ecp explain CredentialsLost says how)")
          .formatted(store.adminSecret());
    }
    String text =
        "Secret %s is gone, and its data knows the password that was in it, so none is made anew;"
            + " put the Secret back (kubectl ecp explain CredentialsLost says how), or give the data"
            + " up: kubectl delete statefulset,pvc -n %s -l"
            + " ecommerceplatform.io/platform=%s,app.kubernetes.io/instance=%s";
    return text.formatted(store.adminSecret(), platform.namespace(), platform.name(), store.name());
  }
}
