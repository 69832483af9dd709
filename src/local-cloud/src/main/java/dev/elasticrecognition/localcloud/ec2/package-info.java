/**
 * The EC2 Query API, version 2016-11-15: form parameters in, XML out. Each action is one class; the endpoint checks the
 * signature before it looks for the action. An {@link dev.elasticrecognition.localcloud.ec2.Action} can be wrapped
 * by whoever gives out {@link dev.elasticrecognition.localcloud.ec2.Actions}, as faults on demand do.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/Query-Requests.html">Query requests</a>
 */
package dev.elasticrecognition.localcloud.ec2;
