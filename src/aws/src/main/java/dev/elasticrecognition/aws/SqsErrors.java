package dev.elasticrecognition.aws;

import java.util.Set;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Tells SQS errors apart by their codes: which exception class carries one depends on the server's headers. */
final class SqsErrors {

    private static final Set<String> NO_SUCH_QUEUE =
            Set.of("AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist");

    /** The last is what SQS calls a handle of a message that was deleted or received anew. */
    private static final Set<String> NO_LONGER_HELD = Set.of(
            "AWS.SimpleQueueService.MessageNotInflight",
            "MessageNotInflight",
            "ReceiptHandleIsInvalid",
            "InvalidParameterValue");

    private SqsErrors() {}

    static boolean isNoSuchQueue(SqsException e) {
        return NO_SUCH_QUEUE.contains(e.awsErrorDetails().errorCode());
    }

    /** Whether a lease couldn't be extended because it has lapsed, or lasted for as long as SQS allows. */
    static boolean isNoLongerHeld(SqsException e) {
        return NO_LONGER_HELD.contains(e.awsErrorDetails().errorCode());
    }
}
