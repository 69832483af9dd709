/** Signature Version 4: finds out whether a request was sent by the owner of the access key. */
package dev.elasticrecognition.localcloud.signature;
