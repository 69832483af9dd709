package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.recognition.ResponseQueues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The queues whose names begin as those of response queues do. */
final class SqsResponseQueues implements ResponseQueues {

    private final SqsClient sqs;
    private final String prefix;

    SqsResponseQueues(SqsClient sqs, String prefix) {
        this.sqs = sqs;
        this.prefix = prefix;
    }

    @Override
    public List<Existing> list() {
        return call(
                "list the queues %s*".formatted(prefix),
                () -> sqs.listQueuesPaginator(list -> list.queueNamePrefix(prefix)).queueUrls().stream()
                        .flatMap(url -> existing(url).stream())
                        .toList());
    }

    @Override
    public void delete(String name) {
        call("delete queue " + name, () -> {
            try {
                String url = sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
                return sqs.deleteQueue(delete -> delete.queueUrl(url));
            } catch (SqsException e) {
                if (!SqsErrors.isNoSuchQueue(e)) {
                    throw e;
                }
                return null;
            }
        });
    }

    /** Empty if it's gone by now. */
    private Optional<Existing> existing(String url) {
        try {
            String created = sqs.getQueueAttributes(
                            get -> get.queueUrl(url).attributeNames(QueueAttributeName.CREATED_TIMESTAMP))
                    .attributes()
                    .get(QueueAttributeName.CREATED_TIMESTAMP);
            return Optional.of(new Existing(
                    url.substring(url.lastIndexOf('/') + 1), Instant.ofEpochSecond(Long.parseLong(created))));
        } catch (SqsException e) {
            if (!SqsErrors.isNoSuchQueue(e)) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
