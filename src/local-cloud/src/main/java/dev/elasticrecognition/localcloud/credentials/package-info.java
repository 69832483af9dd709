/** The one access key of this cloud: made at the first start, kept in a file that the AWS tools read. */
package dev.elasticrecognition.localcloud.credentials;
