package dev.elasticrecognition.web.upkeep;

import dev.elasticrecognition.domain.deadletters.CollectDeadLetters;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.fleet.FrontReports;
import dev.elasticrecognition.domain.fleet.SweepResponseQueues;
import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.history.KeepHistory;
import dev.elasticrecognition.domain.history.SampleLog;
import dev.elasticrecognition.domain.ledger.CountRequests;
import dev.elasticrecognition.domain.ledger.KeepJournal;
import dev.elasticrecognition.domain.ledger.Reconcile;
import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.EarlierAnswers;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import dev.elasticrecognition.domain.recognition.ResponseQueues;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.SentRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts together what keeps house. */
@ApplicationScoped
public class UpkeepBeans {

    @Produces
    @Singleton
    KeepJournal keepJournal(SentRequests sent, SentJournal journal, InstantSource clock) {
        return new KeepJournal(sent, journal, clock);
    }

    @Produces
    @Singleton
    CountRequests countRequests(ImageStore images, ResultStore results, EarlierAnswers earlier, InstantSource clock) {
        return new CountRequests(images, results, earlier, clock);
    }

    @Produces
    @Singleton
    Reconcile reconcile(
            CountRequests countRequests,
            SentJournal journal,
            ImageStore images,
            ResultStore results,
            MessageQueue<RecognitionRequest> requests,
            SentRequests sent,
            ResponseQueue responseQueue,
            @ConfigProperty(name = "elastic.queue.visibility-timeout") Duration leased,
            InstantSource clock) {
        return new Reconcile(
                countRequests, journal, images, results, requests, sent, responseQueue.name(), leased, clock);
    }

    @Produces
    @Singleton
    CollectDeadLetters collectDeadLetters(
            MessageQueue<Optional<RecognitionRequest>> deadLetterQueue,
            ResultStore results,
            DeadLetters deadLetters,
            Responses responses,
            @ConfigProperty(name = "elastic.queue.max-receives") int maxReceives,
            InstantSource clock) {
        return new CollectDeadLetters(deadLetterQueue, results, deadLetters, responses, maxReceives, clock);
    }

    @Produces
    @Singleton
    SweepResponseQueues sweepResponseQueues(ResponseQueues queues, FrontReports reports, InstantSource clock) {
        return new SweepResponseQueues(queues, reports, clock);
    }

    @Produces
    @Singleton
    KeepHistory keepHistory(History history, SampleLog log, InstantSource clock) {
        return new KeepHistory(history, log, clock);
    }
}
