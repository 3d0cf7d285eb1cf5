package io.ecommerceplatform.model;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.common.ImageSpec;
import io.ecommerceplatform.api.v1alpha1.common.PlacementSpec;
import io.ecommerceplatform.api.v1alpha1.common.ResourcesSpec;
import io.ecommerceplatform.catalogue.StoreKind;
import java.util.List;
import java.util.Map;

/** What is set about one store, whichever list it stands in; null is not set. */
final class StoreRequest {
  final String name;
  final String path;
  final StoreKind kind;
  final Engine engine;
  StoreProvider provider;
  String version;
  ImageSpec image;
  Integer members;
  String storage;
  String storageClass;
  ResourcesSpec resources;
  PlacementSpec placement;
  Integer port;
  String databaseName;
  String masterUsername;
  Integer backupDays;
  DeletionPolicy deletionPolicy;
  Map<String, String> parameters = Map.of();
  List<String> replicas = List.of();

  StoreRequest(String name, String path, StoreKind kind, Engine engine) {
    this.name = name;
    this.path = path;
    this.kind = kind;
    this.engine = engine;
  }

  StoreRequest in(boolean cluster) {
    return by(cluster ? StoreProvider.StatefulSet : StoreProvider.Managed);
  }

  StoreRequest by(StoreProvider runner) {
    provider = runner;
    return this;
  }

  StoreRequest version(String set, ImageSpec override) {
    version = set;
    image = override;
    return this;
  }

  StoreRequest size(Integer count, String volume, String volumeClass) {
    members = count;
    storage = volume;
    storageClass = volumeClass;
    return this;
  }

  StoreRequest pods(ResourcesSpec perPod, PlacementSpec nodes) {
    resources = perPod;
    placement = nodes;
    return this;
  }

  StoreRequest parameters(Map<String, String> settings) {
    parameters = settings == null ? Map.of() : settings;
    return this;
  }

  StoreRequest readBy(List<String> names) {
    replicas = names;
    return this;
  }

  StoreRequest backups(Integer days) {
    backupDays = days;
    return this;
  }

  StoreRequest leaves(DeletionPolicy policy) {
    deletionPolicy = policy;
    return this;
  }

  StoreRequest server(Integer tcpPort, String firstDatabase, String master) {
    port = tcpPort;
    databaseName = firstDatabase;
    masterUsername = master;
    return this;
  }
}
