package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Store;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A MongoDB replica set, of one member too, so that transactions work and it can grow. */
record MongoDbStore(StoreComponent component) implements StoreFormation {
  private static final String SECRET = "keyfile-secret";
  private static final String KEYFILE = "keyfile";

  @Override
  public List<EnvVar> env() {
    return List.of(
        EnvVars.value("MONGO_INITDB_ROOT_USERNAME", component.store().masterUsername()),
        EnvVars.value("REPLICA_SET", component.store().name()));
  }

  @Override
  public List<String> command() {
    return StoreSetup.command("mongodb-start.sh", "bash", "-ec");
  }

  /**
   * mongod wants a file that only its own user can read, and a volume of a Secret belongs to root
   * and is readable by the group of the pod.
   */
  @Override
  public List<Container> initContainers() {
    return List.of(
        new ContainerBuilder()
            .withName(KEYFILE)
            .withImage(component.store().image())
            .withCommand("install", "-m", "0400", "/run/keyfile-secret/keyfile", "/run/keyfile/")
            .withResources(component.store().resources())
            .withSecurityContext(Hardening.container())
            .withVolumeMounts(
                new VolumeMountBuilder()
                    .withName(SECRET)
                    .withMountPath("/run/keyfile-secret")
                    .withReadOnly(true)
                    .build(),
                keyfileMount())
            .build());
  }

  @Override
  public List<Volume> volumes() {
    return List.of(
        new VolumeBuilder()
            .withName(SECRET)
            .withNewSecret()
            .withSecretName(component.store().adminSecret())
            .addNewItem(KEYFILE, 0400, KEYFILE)
            .endSecret()
            .build(),
        new VolumeBuilder().withName(KEYFILE).withNewEmptyDir().endEmptyDir().build());
  }

  @Override
  public List<VolumeMount> mounts() {
    return List.of(keyfileMount());
  }

  @Override
  public List<String> flags(ServerFlags parameters) {
    return ServerFlags.behindScript("mongod", parameters.pairs("--setParameter"));
  }

  @Override
  public Optional<StoreSetup> dump() {
    return Optional.of(new StoreSetup(StoreSetup.backup("mongodb-backup.sh"), login()));
  }

  private List<EnvVar> login() {
    Store store = component.store();
    return List.of(
        EnvVars.value("REPLICA_SET", store.name()),
        EnvVars.value("MEMBERS", addresses()),
        EnvVars.value("ADMIN", store.masterUsername()),
        EnvVars.secret("ADMIN_PASSWORD", store.adminSecret(), "password"),
        EnvVars.value("HOME", "/tmp"));
  }

  @Override
  public Optional<StoreSetup> setup() {
    List<EnvVar> env = new ArrayList<>(login());
    return Optional.of(
        new StoreSetup(
            StoreSetup.command(
                "mongodb-setup.js", "mongosh", "--nodb", "--norc", "--quiet", "--eval"),
            env));
  }

  private String addresses() {
    return String.join(
        " ",
        component.memberHosts(members()).stream()
            .map(host -> host + ":" + component.port())
            .toList());
  }

  private static VolumeMount keyfileMount() {
    return new VolumeMountBuilder().withName(KEYFILE).withMountPath("/run/keyfile").build();
  }
}
