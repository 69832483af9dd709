/**
 * The life of an instance, which is a process of this machine: {@link
 * dev.elasticrecognition.localcloud.instances.Launches launched}, then kept by {@link
 * dev.elasticrecognition.localcloud.instances.InstanceLifecycle one loop} that boots, watches and winds down; written
 * down in {@link dev.elasticrecognition.localcloud.instances.InstanceTable one table}. Knows nothing of HTTP.
 */
package dev.elasticrecognition.localcloud.instances;
