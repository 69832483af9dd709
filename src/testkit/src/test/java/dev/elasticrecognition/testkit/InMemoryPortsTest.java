package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.access.Sessions;
import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.deadletters.GivenUpResults;
import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FrontReports;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.history.SampleLog;
import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.Claims;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The ports in memory keep the contracts of the ports. */
class InMemoryPortsTest {

    @Nested
    class Queue extends MessageQueueContract {

        private final MovableClock clock = new MovableClock(Samples.NOON);

        @Override
        protected MessageQueue<RecognitionRequest> queue() {
            return new InMemoryMessageQueue<>(clock, Duration.ofSeconds(1));
        }

        @Override
        protected void letVisibilityTimeoutPass() {
            clock.pass(Duration.ofSeconds(1));
        }
    }

    @Nested
    class Images extends ImageStoreContract {

        private final ImageStore store = new InMemoryImageStore();

        @Override
        protected ImageStore store() {
            return store;
        }
    }

    @Nested
    class Results extends ResultStoreContract {

        private final ResultStore store = new InMemoryResultStore();

        @Override
        protected ResultStore store() {
            return store;
        }
    }

    @Nested
    class GivenUp extends GivenUpResultsContract {

        private final InMemoryResultStore store = new InMemoryResultStore();

        @Override
        protected GivenUpResults givenUp() {
            return store;
        }

        @Override
        protected ResultStore results() {
            return store;
        }
    }

    @Nested
    class Letters extends DeadLettersContract {

        private final DeadLetters deadLetters = new InMemoryDeadLetters();

        @Override
        protected DeadLetters deadLetters() {
            return deadLetters;
        }
    }

    @Nested
    class SignedIn extends SessionsContract {

        private final Sessions sessions = new InMemorySessions();

        @Override
        protected Sessions sessions() {
            return sessions;
        }
    }

    @Nested
    class ClaimsInMemory extends ClaimsContract {

        private final Claims claims = new InMemoryClaims();

        @Override
        protected Claims claims() {
            return claims;
        }
    }

    @Nested
    class Journal extends SentJournalContract {

        @Override
        protected SentJournal journal() {
            return new InMemorySentJournal();
        }
    }

    @Nested
    class Audit extends AuditTrailContract {

        @Override
        protected AuditTrail trail() {
            return new InMemoryAuditTrail();
        }
    }

    @Nested
    class History extends SampleLogContract {

        @Override
        protected SampleLog log() {
            return new InMemorySampleLog();
        }
    }

    @Nested
    class Document extends SharedDocumentContract {

        @Override
        protected SharedDocument<FleetLedger> document() {
            return new InMemorySharedDocument<>();
        }
    }

    @Nested
    class Beats extends HeartbeatsContract {

        @Override
        protected Heartbeats heartbeats() {
            return new InMemoryHeartbeats();
        }
    }

    @Nested
    class Reports extends FrontReportsContract {

        @Override
        protected FrontReports reports() {
            return new InMemoryFrontReports();
        }
    }

    @Nested
    class Decisions extends DecisionLogContract {

        @Override
        protected DecisionLog log() {
            return new InMemoryDecisionLog();
        }
    }
}
