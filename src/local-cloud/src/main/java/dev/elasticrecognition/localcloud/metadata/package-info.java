/**
 * The instance metadata service, version 2: what an instance can find out about itself, by a session token. EC2 has it
 * at 169.254.169.254; here it is on loopback, with a path for each instance.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html">Instance
 *     metadata categories</a>
 */
package dev.elasticrecognition.localcloud.metadata;
