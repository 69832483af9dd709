package dev.elasticrecognition.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.domain.access.Sessions;
import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.deadletters.GivenUpResults;
import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FleetProvider;
import dev.elasticrecognition.domain.fleet.FrontReports;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import dev.elasticrecognition.domain.fleet.Instance;
import dev.elasticrecognition.domain.fleet.InstanceState;
import dev.elasticrecognition.domain.fleet.LaunchRefused;
import dev.elasticrecognition.domain.fleet.Offering;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import dev.elasticrecognition.domain.history.SampleLog;
import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.parts.Part;
import dev.elasticrecognition.domain.parts.Part.State;
import dev.elasticrecognition.domain.recognition.Claims;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import dev.elasticrecognition.domain.recognition.ResponseQueues;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.testkit.AuditTrailContract;
import dev.elasticrecognition.testkit.ClaimsContract;
import dev.elasticrecognition.testkit.DeadLettersContract;
import dev.elasticrecognition.testkit.DecisionLogContract;
import dev.elasticrecognition.testkit.FleetSamples;
import dev.elasticrecognition.testkit.FrontReportsContract;
import dev.elasticrecognition.testkit.GivenUpResultsContract;
import dev.elasticrecognition.testkit.HeartbeatsContract;
import dev.elasticrecognition.testkit.ImageStoreContract;
import dev.elasticrecognition.testkit.MessageQueueContract;
import dev.elasticrecognition.testkit.ResultStoreContract;
import dev.elasticrecognition.testkit.SampleLogContract;
import dev.elasticrecognition.testkit.Samples;
import dev.elasticrecognition.testkit.SentJournalContract;
import dev.elasticrecognition.testkit.SessionsContract;
import dev.elasticrecognition.testkit.SharedDocumentContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** The adapters keep the contracts of the domain's ports, against real stores and queues: see {@link CloudUnderTest}. */
class CloudContractsIT {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final AwsSettings SETTINGS = new AwsSettings(
            "elastic-input",
            "elastic-output",
            "elastic-control",
            "requests",
            "dead-letters",
            "responses-",
            Duration.ofSeconds(1),
            2);

    @TempDir
    static Path data;

    @TempDir
    static Path programs;

    private static CloudUnderTest cloud;
    private static S3Client s3;
    private static SqsClient sqs;
    private static Ec2Client ec2;

    @BeforeAll
    static void startCloud() throws IOException {
        cloud = CloudUnderTest.start(data);
        s3 = cloud.clients().s3();
        sqs = cloud.clients().sqs();
        ec2 = cloud.clients().ec2();
        new AwsFoundation(s3, sqs, SETTINGS).lay();
    }

    @AfterAll
    static void stopCloud() {
        cloud.close();
    }

    private static String newBucket() {
        String bucket = "log-" + UUID.randomUUID();
        s3.createBucket(create -> create.bucket(bucket));
        return bucket;
    }

    private static Optional<String> client(RecognitionRequest request) {
        return Optional.of(request.submission().client());
    }

    private static MessageQueue<RecognitionRequest> newQueue() {
        String name = "queue-" + UUID.randomUUID();
        sqs.createQueue(create -> create.queueName(name).attributesWithStrings(Map.of("VisibilityTimeout", "1")));
        return new SqsMessageQueue<>(sqs, name, new RequestCodec(), CloudContractsIT::client);
    }

    @Nested
    class Queue extends MessageQueueContract {

        @Override
        protected MessageQueue<RecognitionRequest> queue() {
            return newQueue();
        }

        /** Real time passes while the next receive waits, longer than the timeout. */
        @Override
        protected void letVisibilityTimeoutPass() {
            await().pollDelay(Duration.ofMillis(1100)).until(() -> true);
        }
    }

    @Nested
    class Images extends ImageStoreContract {

        @Override
        protected ImageStore store() {
            return new S3ImageStore(s3, SETTINGS.inputBucket());
        }
    }

    @Nested
    class Results extends ResultStoreContract {

        @Override
        protected ResultStore store() {
            return new S3ResultStore(s3, SETTINGS.outputBucket(), SETTINGS.controlBucket());
        }
    }

    @Nested
    class Document extends SharedDocumentContract {

        @Override
        protected SharedDocument<FleetLedger> document() {
            return ledger(UUID.randomUUID() + ".json");
        }

        @Test
        void whatWasDeletedCannotBeWrittenOver() {
            String key = UUID.randomUUID() + ".json";
            SharedDocument<FleetLedger> document = ledger(key);
            Optional<Version<FleetLedger>> read = document.write(FleetSamples.ledger("front-1", 1), Optional.empty());
            s3.deleteObject(delete -> delete.bucket(SETTINGS.controlBucket()).key(key));

            assertThat(document.write(FleetSamples.ledger("front-1", 2), read)).isEmpty();

            assertThat(document.read()).isEmpty();
        }

        @Test
        void whatCannotBeReadIsNotTakenForAbsent() {
            String key = UUID.randomUUID() + ".json";
            s3.putObject(
                    put -> put.bucket(SETTINGS.controlBucket()).key(key), RequestBody.fromString("{\"term\":\"odd\"}"));
            SharedDocument<FleetLedger> document = ledger(key);

            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(document::read)
                    .withMessageContaining(key)
                    .withMessageContaining(SETTINGS.controlBucket());
        }

        @Test
        void whatLiesInNoBucketCannotBeRead() {
            SharedDocument<FleetLedger> document =
                    new S3SharedDocument<>(s3, "no-such-bucket", "fleet.json", FleetLedger.class);

            assertThatExceptionOfType(Unavailable.class).isThrownBy(document::read);
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> document.write(FleetSamples.ledger("front-1", 1), Optional.empty()));
        }

        private static SharedDocument<FleetLedger> ledger(String key) {
            return new S3SharedDocument<>(s3, SETTINGS.controlBucket(), key, FleetLedger.class);
        }
    }

    @Nested
    class Beats extends HeartbeatsContract {

        @Override
        protected Heartbeats heartbeats() {
            return new S3Heartbeats(s3, SETTINGS.controlBucket());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "../fleet", "i-0a/../../fleet", "i-0a.json", "i 0a"})
        void whatIsNoInstanceIdReachesNoKey(String id) {
            assertThatIllegalArgumentException().isThrownBy(() -> heartbeats().find(id));
        }
    }

    @Nested
    class Reports extends FrontReportsContract {

        @Override
        protected FrontReports reports() {
            return new S3FrontReports(s3, SETTINGS.controlBucket());
        }
    }

    @Nested
    class GivenUp extends GivenUpResultsContract {

        private final S3ResultStore store = new S3ResultStore(s3, SETTINGS.outputBucket(), SETTINGS.controlBucket());

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

        @Override
        protected DeadLetters deadLetters() {
            return new S3DeadLetters(s3, SETTINGS.controlBucket());
        }
    }

    @Nested
    class SignedIn extends SessionsContract {

        @Override
        protected Sessions sessions() {
            return new S3Sessions(s3, SETTINGS.controlBucket());
        }
    }

    @Nested
    class ClaimsInS3 extends ClaimsContract {

        @Override
        protected Claims claims() {
            return new S3Claims(s3, SETTINGS.controlBucket());
        }
    }

    @Nested
    class Journal extends SentJournalContract {

        @Override
        protected SentJournal journal() {
            return new S3SentJournal(s3, newBucket());
        }
    }

    @Nested
    class Audit extends AuditTrailContract {

        @Override
        protected AuditTrail trail() {
            return new S3AuditTrail(s3, newBucket());
        }
    }

    @Test
    void whoeverIsCalledIsKnownToAnswerOrNot() {
        WatchedCalls watched = new WatchedCalls(SETTINGS, InstantSource.system());
        try (S3Client store = S3Client.builder()
                        .endpointOverride(cloud.s3Endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(cloud.credentials())
                        .overrideConfiguration(calls -> calls.addExecutionInterceptor(watched))
                        .build();
                SqsClient queues = SqsClient.builder()
                        .endpointOverride(URI.create("http://localhost:1"))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(cloud.credentials())
                        .overrideConfiguration(calls -> calls.addExecutionInterceptor(watched))
                        .build()) {
            new S3Documents<>(store, "elastic-control", FleetLedger.class).find("nothing-there.json");
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> new SqsMessageQueue<>(
                                    queues, "requests", new RequestCodec(), CloudContractsIT::client)
                            .backlog());
        }

        assertThat(watched.all())
                .extracting(Part::name, Part::state)
                .contains(
                        tuple("control-bucket", State.OK),
                        tuple("request-queue", State.FAILING),
                        tuple("input-bucket", State.UNKNOWN),
                        tuple("ec2", State.UNKNOWN));
        assertThat(watched.all().get(3).sentence()).startsWith("The last call failed: ");
        assertThat(watched.all().get(3).since()).isPresent();
    }

    @Nested
    class History extends SampleLogContract {

        @Override
        protected SampleLog log() {
            return new S3SampleLog(s3, newBucket());
        }
    }

    @Nested
    class Decisions extends DecisionLogContract {

        @Override
        protected DecisionLog log() {
            return new S3DecisionLog(s3, newBucket());
        }
    }

    @Nested
    class Foundations {

        @Test
        void layingThemAgainChangesNothing() {
            new S3ImageStore(s3, SETTINGS.inputBucket())
                    .put(Samples.submission(Samples.id()), ImageContent.of(new byte[] {1}));

            new AwsFoundation(s3, sqs, SETTINGS).lay();

            assertThat(s3.listObjectsV2(list -> list.bucket(SETTINGS.inputBucket()))
                            .keyCount())
                    .isPositive();
        }

        @Test
        void aRequestThatIsReceivedTooOftenEndsInTheDeadLetterQueue() {
            MessageQueue<RecognitionRequest> requests =
                    new SqsMessageQueue<>(sqs, SETTINGS.requestQueue(), new RequestCodec(), CloudContractsIT::client);
            MessageQueue<RecognitionRequest> dead = new SqsMessageQueue<>(
                    sqs, SETTINGS.deadLetterQueue(), new RequestCodec(), CloudContractsIT::client);
            RecognitionRequest poison = Samples.request(Samples.id());
            requests.send(poison);

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                requests.receive(10, Duration.ofSeconds(1));
                return dead.backlog().total() == 1;
            });

            assertThat(dead.receive(1, WAIT)).extracting(Lease::message).containsExactly(poison);
        }
    }

    @Nested
    class Messages {

        @Test
        void whatIsUnreadableInTheDeadLetterQueueIsEmptyAndEverythingElseIsThere() {
            String name = "queue-" + UUID.randomUUID();
            String url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
            RecognitionRequest request = Samples.request(Samples.id());
            MessageQueue<Optional<RecognitionRequest>> dead =
                    new SqsMessageQueue<>(sqs, name, new DeadLetterCodec(), any -> Optional.empty());
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("{\"version\":99}"));
            dead.send(Optional.of(request));

            List<Optional<RecognitionRequest>> received = new ArrayList<>();
            await().atMost(WAIT).until(() -> {
                dead.receive(10, Duration.ZERO).forEach(lease -> received.add(lease.message()));
                return received.size() == 2;
            });

            assertThat(received).containsExactlyInAnyOrder(Optional.empty(), Optional.of(request));
        }

        @Test
        void aMessageThatCannotBeReadIsLeftAlone() {
            String name = "queue-" + UUID.randomUUID();
            String url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
            sqs.sendMessage(send -> send.queueUrl(url).messageBody("{\"version\":99}"));
            MessageQueue<RecognitionRequest> queue =
                    new SqsMessageQueue<>(sqs, name, new RequestCodec(), CloudContractsIT::client);

            assertThat(queue.receive(10, WAIT)).isEmpty();

            assertThat(queue.backlog().total()).isEqualTo(1);
        }

        @Test
        void messagesThatAreSentAtTheSameTimeAllArrive() {
            MessageQueue<RecognitionRequest> queue = newQueue();

            IntStream.range(0, 100).parallel().forEach(i -> queue.send(Samples.request(Samples.id())));

            assertThat(queue.backlog().total()).isEqualTo(100);
        }

        @Test
        void aMessageBelongsToTheClientWhoseRequestItIs() {
            String name = "queue-" + UUID.randomUUID();
            String url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
            RecognitionRequest request = Samples.request(Samples.id());

            new SqsMessageQueue<>(sqs, name, new RequestCodec(), CloudContractsIT::client).send(request);

            assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url)
                                    .waitTimeSeconds(5)
                                    .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                            .messages())
                    .extracting(message -> message.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                    .containsExactly(request.submission().client());
        }

        @Test
        void aQueueThatIsNotThereTakesNothing() {
            MessageQueue<RecognitionRequest> queue =
                    new SqsMessageQueue<>(sqs, "nowhere", new RequestCodec(), CloudContractsIT::client);

            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> queue.send(Samples.request(Samples.id())))
                    .withMessageContaining("nowhere");
        }

        @Test
        void aResultIsAnnouncedOnTheQueueThatTheRequestNames() {
            ResponseQueue responses = new SqsResponseQueue(sqs, SETTINGS.responseQueuePrefix() + UUID.randomUUID());
            responses.open();
            RecognitionResult result = Samples.recognized(Samples.id(), "zebra");

            new SqsResponses(sqs).send(responses.name(), result);

            assertThat(responses.receive(1, WAIT)).extracting(Lease::message).containsExactly(result);
        }

        @Test
        @MotoDiffers("It says when a queue was made with a fraction of a second.")
        void responseQueuesAreListedByTheirPrefixAndDeletedByTheirName() {
            String prefix = "listed-" + UUID.randomUUID() + "-";
            ResponseQueues queues = new SqsResponseQueues(sqs, prefix);
            Instant before = Instant.now().minusSeconds(2);
            new SqsResponseQueue(sqs, prefix + "a").open();
            new SqsResponseQueue(sqs, prefix + "b").open();

            assertThat(queues.list())
                    .extracting(ResponseQueues.Existing::name)
                    .containsExactlyInAnyOrder(prefix + "a", prefix + "b");
            assertThat(queues.list()).allMatch(queue -> queue.createdAt().isAfter(before));

            queues.delete(prefix + "a");
            queues.delete(prefix + "never");

            assertThat(queues.list()).extracting(ResponseQueues.Existing::name).containsExactly(prefix + "b");
        }

        @Test
        void whoeverIsGoneIsToldNothing() {
            ResponseQueue responses = new SqsResponseQueue(sqs, SETTINGS.responseQueuePrefix() + UUID.randomUUID());
            SqsResponses sender = new SqsResponses(sqs);
            responses.open();
            sender.send(responses.name(), Samples.failed(Samples.id()));
            responses.close();

            sender.send(responses.name(), Samples.failed(Samples.id()));

            assertThat(sqs.listQueues(list -> list.queueNamePrefix(responses.name()))
                            .queueUrls())
                    .isEmpty();
        }
    }

    @Nested
    class Instances {

        private static final Offering ANY = new Offering("c7i.large", "");

        private final FleetProvider fleet = fleetOf(idleProgram());

        private FleetProvider fleetOf(Path program) {
            return fleetOf(Optional.empty(), "", program);
        }

        private FleetProvider fleetOf(Optional<String> launchTemplate, String install, Path program) {
            Ec2Settings settings = new Ec2Settings(
                    "fleet-" + UUID.randomUUID(), launchTemplate, cloud.image(), List.of(ANY), program.toString());
            return new Ec2FleetProvider(ec2, settings, new WorkerUserData(Map.of(), install, settings.workerCommand()));
        }

        /** Stands in for a worker where only the instance matters. */
        private static Path idleProgram() {
            try {
                Path program = Files.writeString(programs.resolve("idle"), "#!/bin/sh\nexec sleep 600\n");
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
                return program;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        @MotoDiffers("It launches one instance a call at most.")
        void whatIsLaunchedIsDescribedAsOursWithItsToken() {
            assertThat(fleet.describe().instances()).isEmpty();
            String token = UUID.randomUUID().toString();

            List<String> launched = fleet.launch(ANY, 2, token);

            assertThat(launched).hasSize(2);
            await().atMost(WAIT)
                    .untilAsserted(() -> assertThat(fleet.describe().instances())
                            .extracting(Instance::id, Instance::decision)
                            .containsExactlyInAnyOrder(tuple(launched.get(0), token), tuple(launched.get(1), token)));
        }

        @Test
        @MotoDiffers("It forgets client tokens.")
        void theSameLaunchTwiceLaunchesOnce() {
            String token = UUID.randomUUID().toString();

            List<String> first = fleet.launch(ANY, 1, token);
            List<String> second = fleet.launch(ANY, 1, token);

            assertThat(second).isEqualTo(first);
        }

        @Test
        @MotoDiffers("It breaks on a template that it doesn't know; with one that it knows: FleetOnMotoCheck.")
        void aLaunchTemplateStandsForTheImageAndASubnetForTheZone() {
            FleetProvider templated = fleetOf(Optional.of("lt-0123456789abcdef0:3"), "", idleProgram());

            List<String> launched = templated.launch(
                    new Offering("c7i.large", "subnet-0123456789abcdef0"),
                    1,
                    UUID.randomUUID().toString());

            assertThat(templated.describe().instances())
                    .extracting(Instance::id)
                    .isEqualTo(launched);
            templated.terminate(launched.get(0));
        }

        @Test
        @MotoDiffers("Its instances run nothing.")
        void anInstanceWhoseImageHasNoWorkerInstallsItFirst() {
            Path program = programs.resolve("installed-" + UUID.randomUUID());
            Path ran = programs.resolve("ran-" + UUID.randomUUID());
            String install = "printf '#!/bin/sh\\n: >%s; exec sleep 600\\n' >'%s' && chmod 700 '%s'"
                    .formatted(ran, program, program);
            FleetProvider installing = fleetOf(Optional.empty(), install, program);

            String id = installing.launch(ANY, 1, UUID.randomUUID().toString()).get(0);

            await().atMost(WAIT).untilAsserted(() -> assertThat(ran).exists());
            installing.terminate(id);
        }

        @Test
        void whatIsTerminatedEnds() {
            String id = fleet.launch(ANY, 1, UUID.randomUUID().toString()).get(0);

            fleet.terminate(id);

            awaitState(InstanceState.TERMINATED);
        }

        @Test
        void terminatingWhatIsUnknownOrHasEndedIsHarmless() {
            String id = fleet.launch(ANY, 1, UUID.randomUUID().toString()).get(0);
            fleet.terminate(id);
            awaitState(InstanceState.TERMINATED);

            assertThatNoException().isThrownBy(() -> fleet.terminate(id));
            assertThatNoException().isThrownBy(() -> fleet.terminate("i-0123456789abcdef0"));
        }

        @Test
        void whatIsStoppedCanBeStarted() {
            String id = fleet.launch(ANY, 1, UUID.randomUUID().toString()).get(0);
            awaitState(InstanceState.RUNNING);

            fleet.stop(id);
            awaitState(InstanceState.STOPPED);
            fleet.start(id);

            awaitState(InstanceState.RUNNING);
        }

        @Test
        @MotoDiffers("It has no quotas.")
        void moreThanTheAccountAllowsIsRefused() {
            assertThatExceptionOfType(LaunchRefused.class).isThrownBy(() -> {
                for (int i = 0; i < 3; i++) {
                    fleet.launch(ANY, 10, UUID.randomUUID().toString());
                }
            });
            fleet.describe().instances().forEach(instance -> fleet.terminate(instance.id()));
            awaitState(InstanceState.TERMINATED);
        }

        private void awaitState(InstanceState state) {
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(fleet.describe().instances())
                            .extracting(Instance::state)
                            .containsOnly(state));
        }
    }
}
