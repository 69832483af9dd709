/**
 * A cloud on this machine: queues (SQS), buckets (S3) and instances (EC2) under the APIs of AWS, in one process, bound to
 * loopback, with everything it keeps in one directory. It knows nothing of the programs that use it.
 */
package dev.elasticrecognition.localcloud;
