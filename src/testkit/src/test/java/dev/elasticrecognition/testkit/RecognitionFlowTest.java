package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.messaging.KeepLeases;
import dev.elasticrecognition.domain.messaging.KeptLease;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.LeaseLost;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.EarlierAnswers;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.OpenImage;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.RecognizeImage;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.StoredImage;
import dev.elasticrecognition.domain.recognition.Submission;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One picture's way, and what is left of it when somebody dies on the way. */
class RecognitionFlowTest {

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_RECEIVES = 3;
    private final RuntimeException trouble = new IllegalStateException("the model is out of sorts");
    private static final byte[] CONTENT = {1, 2, 3};

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final InMemoryMessageQueue<RecognitionRequest> requests =
            new InMemoryMessageQueue<>(clock, VISIBILITY_TIMEOUT);
    private final SentRequests sent = new SentRequests(clock);
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final InMemoryResultStore results = new InMemoryResultStore();
    private final List<RecognitionResult> announced = new ArrayList<>();
    private final RecognitionRequest request = Samples.request(Samples.id());

    /** At which step the worker dies, and whether it does. */
    private String fatalStep = "none";

    @Test
    void aRequestIsAnsweredStoredAnnouncedAndCompleted() {
        submit();

        RecognitionResult result = work(new Zebra());

        assertThat(((Recognized) result).top().label()).isEqualTo("zebra");
        assertThat(results.find(request.id())).contains(result);
        assertThat(announced).containsExactly(result);
        assertThat(requests.backlog().total()).isZero();
    }

    @Test
    void aPictureIsStoredBeforeItIsAskedAbout() {
        ImageStore away = new ImageStore() {
            @Override
            public StoredImage put(Submission submission, ImageContent content) {
                throw new Unavailable("put", new IllegalStateException("the store is away"));
            }

            @Override
            public Optional<Submission> find(RequestId id) {
                return Optional.empty();
            }

            @Override
            public Optional<byte[]> content(RequestId id) {
                return Optional.empty();
            }

            @Override
            public Optional<OpenImage> open(RequestId id) {
                return Optional.empty();
            }

            @Override
            public void withdraw(Submission submission) {
                throw new AssertionError("Nothing is to be withdrawn");
            }

            @Override
            public List<StoredImage> list(Optional<RequestId> after, int atMost) {
                return List.of();
            }
        };

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> submitImage(away).submit(request, ImageContent.of(CONTENT), false));

        assertThat(requests.backlog().total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recognise", "store", "stored", "announce", "announced"})
    void whereverAWorkerDiesTheRequestComesAgainAndIsAnsweredOnce(String step) {
        submit();
        fatalStep = step;
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> work(new Zebra()));
        assertThat(requests.backlog().total()).isEqualTo(1);
        Optional<RecognitionResult> storedBefore = results.find(request.id());

        fatalStep = "none";
        clock.pass(VISIBILITY_TIMEOUT);
        RecognitionResult result = work(new Zebra());

        assertThat(results.find(request.id())).contains(result);
        storedBefore.ifPresent(stored -> assertThat(result).isEqualTo(stored));
        assertThat(announced).isNotEmpty().allMatch(result::equals);
        assertThat(requests.backlog().total()).isZero();
    }

    @Test
    void aRejectedPictureIsAnsweredWithItsProblem() {
        submit();

        RecognitionResult result = work(new Refusing());

        assertThat(((Failed) result).problem().kind()).isEqualTo(Problem.Kind.UNDECODABLE_IMAGE);
        assertThat(results.find(request.id())).contains(result);
        assertThat(requests.backlog().total()).isZero();
    }

    @Test
    void aPictureThatIsGoneIsAnsweredWithThatProblem() {
        requests.send(request);

        RecognitionResult result = work(new Zebra());

        assertThat(((Failed) result).problem().kind()).isEqualTo(Problem.Kind.IMAGE_GONE);
    }

    @Test
    void aRequestWhoseTurnComesAfterItsDeadlineFails() {
        submit();
        clock.pass(Duration.ofSeconds(61));

        RecognitionResult result = work(new Zebra());

        assertThat(((Failed) result).problem().kind()).isEqualTo(Problem.Kind.DEADLINE_PASSED);
        assertThat(results.find(request.id())).contains(result);
        assertThat(announced).containsExactly(result);
        assertThat(requests.backlog().total()).isZero();
    }

    @Test
    void aRequestThatHadBegunInTimeIsFinishedLater() {
        submit();
        clock.pass(Duration.ofSeconds(59));
        fatalStep = "recognise";
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> work(new Zebra()));

        fatalStep = "none";
        clock.pass(VISIBILITY_TIMEOUT);

        assertThat(work(new Zebra())).isInstanceOf(Recognized.class);
    }

    @Test
    void whatIsGivenBackComesAgainAfterAPauseThatGrows() {
        submit();
        RecognizeImage recognizeImage = recognizeImage(new Zebra());

        assertThat(recognizeImage.giveBack(receive(), trouble)).isEmpty();
        assertThat(pauseOf(Duration.ofSeconds(2))).isTrue();
        assertThat(recognizeImage.giveBack(receive(), trouble)).isEmpty();
        assertThat(pauseOf(Duration.ofSeconds(4))).isTrue();

        assertThat(results.find(request.id())).isEmpty();
    }

    @Test
    void afterTheLastDeliveryARequestEndsAndItsMessageIsLeftToTheQueue() {
        submit();
        RecognizeImage recognizeImage = recognizeImage(new Zebra());
        for (int delivery = 1; delivery < MAX_RECEIVES; delivery++) {
            recognizeImage.giveBack(receive(), trouble);
            clock.pass(Duration.ofSeconds(30));
        }

        RecognitionResult end = recognizeImage.giveBack(receive(), trouble).orElseThrow();

        assertThat(((Failed) end).problem().kind()).isEqualTo(Problem.Kind.GAVE_UP);
        assertThat(((Failed) end).problem().detail()).contains("3 times").contains(trouble.getMessage());
        assertThat(results.find(request.id())).contains(end);
        assertThat(announced).containsExactly(end);
        assertThat(receive().receiveCount()).isGreaterThan(MAX_RECEIVES);
    }

    @Test
    void aRequestThatAnotherAnsweredIsNotGivenUp() {
        submit();
        Lease<RecognitionRequest> last = receiveForTheLastTime();
        RecognitionResult answer = recognizeImage(new Zebra()).answer(last);
        requests.send(request);
        announced.clear();

        assertThat(recognizeImage(new Zebra()).giveBack(receiveForTheLastTime(), trouble))
                .contains(answer);
        assertThat(announced).containsExactly(answer);
        assertThat(requests.backlog().total()).isZero();
    }

    @Test
    void whoHasLostTheLeaseStopsBeforeHeStores() {
        submit();
        KeptLease<RecognitionRequest> lease =
                new KeepLeases(VISIBILITY_TIMEOUT, Runnable::run, clock).keep(receive(), () -> {});
        Recognizer slow = new Zebra() {
            @Override
            public Recognition recognize(byte[] image) {
                clock.pass(VISIBILITY_TIMEOUT);
                return super.recognize(image);
            }
        };

        assertThatExceptionOfType(LeaseLost.class)
                .isThrownBy(() -> recognizeImage(slow).answer(lease));

        assertThat(results.find(request.id())).isEmpty();
        assertThat(announced).isEmpty();
        assertThat(requests.backlog().total()).isEqualTo(1);
    }

    @Test
    void theTimeInTheQueueIsPartOfTheTimings() {
        submit();
        clock.pass(Duration.ofSeconds(7));

        assertThat(work(new Zebra()).timings().waiting()).isEqualTo(Duration.ofSeconds(7));
    }

    private Lease<RecognitionRequest> receive() {
        return requests.receive(1, Duration.ZERO).get(0);
    }

    private Lease<RecognitionRequest> receiveForTheLastTime() {
        for (int delivery = 1; delivery < MAX_RECEIVES; delivery++) {
            receive().extend(Duration.ZERO);
        }
        return receive();
    }

    /** Whether the message comes after this time, and not before. */
    private boolean pauseOf(Duration pause) {
        clock.pass(pause.minusMillis(1));
        boolean early = requests.backlog().visible() > 0;
        clock.pass(Duration.ofMillis(1));
        return !early && requests.backlog().visible() == 1;
    }

    private void submit() {
        submitImage(images).submit(request, ImageContent.of(CONTENT), false);
    }

    private SubmitImage submitImage(ImageStore store) {
        EarlierAnswers earlier = new EarlierAnswers(results, sent, Set::of, 10);
        return new SubmitImage(store, earlier, results, requests, sent, clock);
    }

    private RecognitionResult work(Recognizer recognizer) {
        return recognizeImage(recognizer).answer(receive());
    }

    private RecognizeImage recognizeImage(Recognizer recognizer) {
        return new RecognizeImage(images, recognizer, mortal(results), mortal(announced::add), MAX_RECEIVES, clock);
    }

    private void dieAt(String step) {
        if (step.equals(fatalStep)) {
            throw new Unavailable(step, new IllegalStateException("killed"));
        }
    }

    private ResultStore mortal(ResultStore store) {
        return new ResultStore() {
            @Override
            public RecognitionResult putOnce(RecognitionResult result) {
                dieAt("store");
                RecognitionResult stored = store.putOnce(result);
                dieAt("stored");
                return stored;
            }

            @Override
            public Optional<RecognitionResult> find(RequestId id) {
                return store.find(id);
            }

            @Override
            public List<RequestId> list(Optional<RequestId> after, int atMost) {
                return store.list(after, atMost);
            }

            @Override
            public List<RequestId> listFailed(Optional<RequestId> after, int atMost) {
                return store.listFailed(after, atMost);
            }
        };
    }

    private Responses mortal(java.util.function.Consumer<RecognitionResult> receiver) {
        return (replyTo, result) -> {
            dieAt("announce");
            assertThat(replyTo).isEqualTo(request.replyTo());
            receiver.accept(result);
            dieAt("announced");
        };
    }

    private class Zebra implements Recognizer {

        @Override
        public String modelId() {
            return "zebra-only";
        }

        @Override
        public void check() {}

        @Override
        public Recognition recognize(byte[] image) {
            assertThat(image).isEqualTo(CONTENT);
            dieAt("recognise");
            return new Recognition(List.of(new Prediction("zebra", 340, 1)), Duration.ZERO, Duration.ZERO);
        }
    }

    private static final class Refusing implements Recognizer {

        @Override
        public String modelId() {
            return "refusing";
        }

        @Override
        public void check() {}

        @Override
        public Recognition recognize(byte[] image) {
            throw new RejectedImage(Problem.Kind.UNDECODABLE_IMAGE, "The file is cut short.");
        }
    }
}
