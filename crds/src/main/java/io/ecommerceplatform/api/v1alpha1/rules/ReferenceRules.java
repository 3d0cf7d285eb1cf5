package io.ecommerceplatform.api.v1alpha1.rules;

/** A name that is used must name something that exists. */
public final class ReferenceRules {
  private static final String NO_STORE =
      " is no database, cache, table, bucket, search, kafka or shared file system of this "
          + "platform: list it or correct the name";

  private static final String NO_TOPIC =
      " is no topic of this platform: add it to messaging.topics or correct the name";

  private static final String NO_QUEUE =
      " is no queue of this platform: add it to messaging.queues or correct the name";

  private static final String NO_SERVICE =
      " is no service of this platform: list it or correct the name";

  public static final String USES =
      "!has(self.services) || self.services.all(s, !has(s.uses) || s.uses.all(u, "
          + KnownNames.STORE
          + "))";

  public static final String USES_MESSAGE =
      "'services[%s].uses: %s"
          + NO_STORE
          + "'.format(self.services.map(s, has(s.uses) && s.uses.exists(u, !"
          + KnownNames.STORE
          + "), [s.name, s.uses.filter(u, !"
          + KnownNames.STORE
          + ")[0]])[0])";

  public static final String JOB_USES =
      "!has(self.jobs) || self.jobs.all(s, !has(s.uses) || s.uses.all(u, "
          + KnownNames.STORE
          + "))";

  public static final String JOB_USES_MESSAGE =
      "'jobs[%s].uses: %s"
          + NO_STORE
          + "'.format(self.jobs.map(s, has(s.uses) && s.uses.exists(u, !"
          + KnownNames.STORE
          + "), [s.name, s.uses.filter(u, !"
          + KnownNames.STORE
          + ")[0]])[0])";

  public static final String PUBLISHES =
      "!has(self.services) || self.services.all(s, !has(s.publishes) || s.publishes.all(u, "
          + KnownNames.TOPIC
          + "))";

  public static final String PUBLISHES_MESSAGE =
      "'services[%s].publishes: %s"
          + NO_TOPIC
          + "'.format(self.services.map(s, has(s.publishes) && s.publishes.exists(u, !"
          + KnownNames.TOPIC
          + "), [s.name, s.publishes.filter(u, !"
          + KnownNames.TOPIC
          + ")[0]])[0])";

  public static final String JOB_PUBLISHES =
      "!has(self.jobs) || self.jobs.all(s, !has(s.publishes) || s.publishes.all(u, "
          + KnownNames.TOPIC
          + "))";

  public static final String JOB_PUBLISHES_MESSAGE =
      "'jobs[%s].publishes: %s"
          + NO_TOPIC
          + "'.format(self.jobs.map(s, has(s.publishes) && s.publishes.exists(u, !"
          + KnownNames.TOPIC
          + "), [s.name, s.publishes.filter(u, !"
          + KnownNames.TOPIC
          + ")[0]])[0])";

  public static final String CONSUMES =
      "!has(self.services) || self.services.all(s, !has(s.consumes) || s.consumes.all(u, "
          + KnownNames.QUEUE
          + "))";

  public static final String CONSUMES_MESSAGE =
      "'services[%s].consumes: %s"
          + NO_QUEUE
          + "'.format(self.services.map(s, has(s.consumes) && s.consumes.exists(u, !"
          + KnownNames.QUEUE
          + "), [s.name, s.consumes.filter(u, !"
          + KnownNames.QUEUE
          + ")[0]])[0])";

  public static final String JOB_CONSUMES =
      "!has(self.jobs) || self.jobs.all(s, !has(s.consumes) || s.consumes.all(u, "
          + KnownNames.QUEUE
          + "))";

  public static final String JOB_CONSUMES_MESSAGE =
      "'jobs[%s].consumes: %s"
          + NO_QUEUE
          + "'.format(self.jobs.map(s, has(s.consumes) && s.consumes.exists(u, !"
          + KnownNames.QUEUE
          + "), [s.name, s.consumes.filter(u, !"
          + KnownNames.QUEUE
          + ")[0]])[0])";

  public static final String DEPENDS_ON =
      "!has(self.services) || self.services.all(s, !has(s.dependsOn) || s.dependsOn.all(u, "
          + KnownNames.SERVICE
          + "))";

  public static final String DEPENDS_ON_MESSAGE =
      "'services[%s].dependsOn: %s"
          + NO_SERVICE
          + "'.format(self.services.map(s, has(s.dependsOn) && s.dependsOn.exists(u, !"
          + KnownNames.SERVICE
          + "), [s.name, s.dependsOn.filter(u, !"
          + KnownNames.SERVICE
          + ")[0]])[0])";

  public static final String SUBSCRIBES =
      "!has(self.messaging) || !has(self.messaging.queues) || self.messaging.queues.all(s, "
          + "!has(s.subscribes) || s.subscribes.all(u, "
          + KnownNames.TOPIC
          + "))";

  public static final String SUBSCRIBES_MESSAGE =
      "'messaging.queues[%s].subscribes: %s"
          + NO_TOPIC
          + "'.format(self.messaging.queues.map(s, has(s.subscribes) && s.subscribes.exists(u, !"
          + KnownNames.TOPIC
          + "), [s.name, s.subscribes.filter(u, !"
          + KnownNames.TOPIC
          + ")[0]])[0])";

  public static final String QUEUE_DEPTH =
      "!has(self.services) || self.services.all(s, !(has(s.scaling) && "
          + "has(s.scaling.queueDepth)) || [s.scaling.queueDepth.queue].all(u, "
          + KnownNames.QUEUE
          + "))";

  public static final String QUEUE_DEPTH_MESSAGE =
      "'services[%s].scaling.queueDepth.queue: %s"
          + NO_QUEUE
          + "'.format(self.services.map(s, has(s.scaling) && has(s.scaling.queueDepth) && "
          + "![s.scaling.queueDepth.queue].all(u, "
          + KnownNames.QUEUE
          + "), [s.name, s.scaling.queueDepth.queue])[0])";

  public static final String MOUNTS =
      "!has(self.services) || self.services.all(s, !has(s.mounts) || s.mounts.all(m, "
          + "[m.files].all(u, "
          + KnownNames.SHARED_FILES
          + ")))";

  public static final String MOUNTS_MESSAGE =
      "'services[%s].mounts: %s is not in sharedFiles: list it or correct the "
          + "name'.format(self.services.map(s, has(s.mounts) && s.mounts.exists(m, "
          + "![m.files].all(u, "
          + KnownNames.SHARED_FILES
          + ")), [s.name, s.mounts.filter(m, ![m.files].all(u, "
          + KnownNames.SHARED_FILES
          + "))[0].files])[0])";

  public static final String JOB_MOUNTS =
      "!has(self.jobs) || self.jobs.all(s, !has(s.mounts) || s.mounts.all(m, "
          + "[m.files].all(u, "
          + KnownNames.SHARED_FILES
          + ")))";

  public static final String JOB_MOUNTS_MESSAGE =
      "'jobs[%s].mounts: %s is not in sharedFiles: list it or correct the "
          + "name'.format(self.jobs.map(s, has(s.mounts) && s.mounts.exists(m, ![m.files].all(u, "
          + KnownNames.SHARED_FILES
          + ")), [s.name, s.mounts.filter(m, ![m.files].all(u, "
          + KnownNames.SHARED_FILES
          + "))[0].files])[0])";

  public static final String NETWORK_LOAD_BALANCER =
      "!has(self.edge) || !has(self.edge.networkLoadBalancer) || "
          + "self.edge.networkLoadBalancer.services.all(n, [n.name].all(u, "
          + KnownNames.SERVICE
          + "))";

  public static final String NETWORK_LOAD_BALANCER_MESSAGE =
      "'edge.networkLoadBalancer.services: %s"
          + NO_SERVICE
          + "'.format([self.edge.networkLoadBalancer.services.filter(n, ![n.name].all(u, "
          + KnownNames.SERVICE
          + "))[0].name])";

  private ReferenceRules() {}
}
