package dev.elasticrecognition.aws;

import java.util.Set;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Tells SQS errors apart by their codes: which exception class carries one depends on the server's headers. */
final class SqsErrors {

    private static final Set<String> NO_SUCH_QUEUE =
            Set.of("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist");

    private SqsErrors() {}

    static boolean isNoSuchQueue(SqsException e) {
        return NO_SUCH_QUEUE.contains(e.awsErrorDetails().errorCode());
    }
}
