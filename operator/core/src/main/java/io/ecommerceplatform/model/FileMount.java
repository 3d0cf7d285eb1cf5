package io.ecommerceplatform.model;

/**
 * Files that the pods of a service or job see.
 *
 * @param source what has them
 * @param name name of that object
 * @param path where they are seen
 */
public record FileMount(Source source, String name, String path) {

  /** Kinds of what has files. */
  public enum Source {
    /** Only read. */
    ConfigMap,
    PersistentVolumeClaim
  }
}
