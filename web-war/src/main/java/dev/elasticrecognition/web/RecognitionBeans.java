package dev.elasticrecognition.web;

import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.AdmitImage;
import dev.elasticrecognition.domain.recognition.AwaitResult;
import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.CancelRequest;
import dev.elasticrecognition.domain.recognition.Claims;
import dev.elasticrecognition.domain.recognition.DeliverResult;
import dev.elasticrecognition.domain.recognition.EarlierAnswers;
import dev.elasticrecognition.domain.recognition.ExamineImage;
import dev.elasticrecognition.domain.recognition.FindRequest;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import dev.elasticrecognition.telemetry.Tracing;
import dev.elasticrecognition.web.results.Answerers;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the domain's use cases together. */
@ApplicationScoped
public class RecognitionBeans {

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Produces
    @Singleton
    ImageLimits limits(
            @ConfigProperty(name = "elastic.image.max-bytes") int maxBytes,
            @ConfigProperty(name = "elastic.image.max-pixels") long maxPixels) {
        return new ImageLimits(maxBytes, maxPixels);
    }

    @Produces
    @Singleton
    AwaitedResults awaitedResults(Answerers answerers) {
        return new AwaitedResults(answerers);
    }

    @Produces
    @Singleton
    ExamineImage examineImage(ImageLimits limits) {
        return new ExamineImage(limits);
    }

    @Produces
    @Singleton
    EarlierAnswers earlierAnswers(
            ResultStore results,
            SentRequests sent,
            RunningModels models,
            @ConfigProperty(name = "elastic.answers.remembered") int remembered) {
        return new EarlierAnswers(results, sent, models, remembered);
    }

    @Produces
    @Singleton
    SubmitImage submitImage(
            ImageStore images,
            EarlierAnswers earlier,
            ResultStore results,
            MessageQueue<RecognitionRequest> requests,
            SentRequests sent,
            InstantSource clock,
            Tracing tracing) {
        return new SubmitImage(
                tracing.images(images), earlier, tracing.results(results), tracing.requests(requests), sent, clock);
    }

    @Produces
    @Singleton
    AdmitImage admitImage(
            ExamineImage examine,
            Claims claims,
            FindRequest findRequest,
            SentRequests sent,
            @ConfigProperty(name = "elastic.upload.unanswered-per-client") int mostUnanswered,
            InstantSource clock) {
        return new AdmitImage(examine, claims, findRequest, sent, mostUnanswered, clock);
    }

    @Produces
    @Singleton
    CancelRequest cancelRequest(
            ImageStore images, ResultStore results, AwaitedResults awaited, InstantSource clock, Tracing tracing) {
        return new CancelRequest(tracing.images(images), tracing.results(results), awaited, clock);
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
