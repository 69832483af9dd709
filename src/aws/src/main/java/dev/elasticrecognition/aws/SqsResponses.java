package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.Responses;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Announces results on the response queues of the front ends, each by its name. */
public final class SqsResponses implements Responses {

    private final SqsClient sqs;
    private final Codec<RecognitionResult> codec = new ResultCodec();
    private final Map<String, QueueUrl> urls = new ConcurrentHashMap<>();

    public SqsResponses(SqsClient sqs) {
        this.sqs = sqs;
    }

    @Override
    public void send(String replyTo, RecognitionResult result) {
        call("announce the result of %s on queue %s".formatted(result.id(), replyTo), () -> {
            try {
                QueueUrl url = urls.computeIfAbsent(replyTo, name -> new QueueUrl(sqs, name));
                return sqs.sendMessage(send -> send.queueUrl(url.get()).messageBody(codec.write(result)));
            } catch (SqsException e) {
                urls.remove(replyTo);
                if (!SqsErrors.isNoSuchQueue(e)) {
                    throw e;
                }
                return null;
            }
        });
    }
}
