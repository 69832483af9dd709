/** The errors that the EC2 endpoint answers with: thrown where they are found out, written in one place. */
package dev.elasticrecognition.localcloud.errors;
