/**
 * S3, SQS and EC2 behind the domain's ports; nothing else in the product sees the AWS SDK. Endpoints, region and
 * credentials come from the SDK's own default chains, so that AWS and the local cloud differ in the environment alone.
 */
package dev.elasticrecognition.aws;
