package dev.elasticrecognition.web;

import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.AwaitResult;
import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.DeliverResult;
import dev.elasticrecognition.domain.recognition.ExamineImage;
import dev.elasticrecognition.domain.recognition.FindRequest;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import dev.elasticrecognition.telemetry.Tracing;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the domain's use cases together. */
@ApplicationScoped
public class RecognitionBeans {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Produces
    @Singleton
    ImageLimits limits(
            @ConfigProperty(name = "elastic.image.max-bytes", defaultValue = "20971520") int maxBytes,
            @ConfigProperty(name = "elastic.image.max-pixels", defaultValue = "50000000") long maxPixels) {
        return new ImageLimits(maxBytes, maxPixels);
    }

    @Produces
    @Singleton
    AwaitedResults awaitedResults() {
        return new AwaitedResults();
    }

    @Produces
    @Singleton
    ExamineImage examineImage(ImageLimits limits) {
        return new ExamineImage(limits);
    }

    @Produces
    @Singleton
    SubmitImage submitImage(
            ImageStore images, MessageQueue<RecognitionRequest> requests, SentRequests sent, Tracing tracing) {
        return new SubmitImage(tracing.images(images), tracing.requests(requests), sent);
    }

    @Produces
    @Singleton
    AwaitResult awaitResult(AwaitedResults awaited, ResultStore results) {
        return new AwaitResult(awaited, results, scheduler);
    }

    @Produces
    @Singleton
    DeliverResult deliverResult(AwaitedResults awaited, SentRequests sent) {
        return new DeliverResult(awaited, sent);
    }

    @Produces
    @Singleton
    FindRequest findRequest(ImageStore images, ResultStore results, Tracing tracing) {
        return new FindRequest(tracing.images(images), tracing.results(results));
    }
}
