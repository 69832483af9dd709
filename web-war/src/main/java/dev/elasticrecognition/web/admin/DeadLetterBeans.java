package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.audit.Audit;
import dev.elasticrecognition.domain.deadletters.CountDeadLetters;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.deadletters.DiscardDeadLetter;
import dev.elasticrecognition.domain.deadletters.GivenUpResults;
import dev.elasticrecognition.domain.deadletters.ListDeadLetters;
import dev.elasticrecognition.domain.deadletters.RedriveDeadLetters;
import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.web.results.Readers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Puts together what operators do with requests that were given up. */
@ApplicationScoped
public class DeadLetterBeans {

    @Produces
    @Singleton
    ListDeadLetters listDeadLetters(DeadLetters deadLetters, Readers readers) {
        return new ListDeadLetters(deadLetters, readers);
    }

    @Produces
    @Singleton
    CountDeadLetters countDeadLetters(DeadLetters deadLetters) {
        return new CountDeadLetters(deadLetters);
    }

    @Produces
    @Singleton
    RedriveDeadLetters redriveDeadLetters(
            DeadLetters deadLetters,
            GivenUpResults results,
            SentJournal journal,
            MessageQueue<RecognitionRequest> requests,
            SentRequests sent,
            ResponseQueue responseQueue,
            Readers threads,
            Audit audit,
            InstantSource clock) {
        return new RedriveDeadLetters(
                deadLetters, results, journal, requests, sent, responseQueue.name(), threads, audit, clock);
    }

    @Produces
    @Singleton
    DiscardDeadLetter discardDeadLetter(DeadLetters deadLetters, ResultStore results, Audit audit) {
        return new DiscardDeadLetter(deadLetters, results, audit);
    }
}
