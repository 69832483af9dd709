package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import jakarta.servlet.Filter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tracing that is off. */
final class NoTracing implements Tracing {

    @Override
    public Optional<Filter> calls() {
        return Optional.empty();
    }

    @Override
    public ImageStore images(ImageStore images) {
        return images;
    }

    @Override
    public MessageQueue<RecognitionRequest> requests(MessageQueue<RecognitionRequest> requests) {
        return requests;
    }

    @Override
    public Function<Lease<RecognitionRequest>, RecognitionResult> answering(
            Function<Lease<RecognitionRequest>, RecognitionResult> answering) {
        return answering;
    }

    @Override
    public Recognizer recognizer(Recognizer recognizer) {
        return recognizer;
    }

    @Override
    public ResultStore results(ResultStore results) {
        return results;
    }

    @Override
    public Responses responses(Responses responses) {
        return responses;
    }

    @Override
    public Consumer<Lease<RecognitionResult>> delivering(Consumer<Lease<RecognitionResult>> delivering) {
        return delivering;
    }

    @Override
    public void close() {}
}
