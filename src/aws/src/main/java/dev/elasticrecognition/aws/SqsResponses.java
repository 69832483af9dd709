package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.Responses;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Announces results on the response queues of the front ends, each by its name. */
public final class SqsResponses implements Responses {

    private final SqsClient sqs;
    private final Codec<RecognitionResult> codec = new ResultCodec();
    private final Map<String, CallTogether<SendMessageBatchRequestEntry.Builder>> queues = new ConcurrentHashMap<>();

    public SqsResponses(SqsClient sqs) {
        this.sqs = sqs;
    }

    @Override
    public void send(String replyTo, RecognitionResult result) {
        try {
            queues.computeIfAbsent(replyTo, name -> SqsBatches.sends(sqs, new QueueUrl(sqs, name)))
                    .add(SendMessageBatchRequestEntry.builder().messageBody(codec.write(result)));
        } catch (Unavailable e) {
            queues.remove(replyTo);
            if (!(e.getCause() instanceof SqsException cause && SqsErrors.isNoSuchQueue(cause))) {
                throw e;
            }
        }
    }
}
