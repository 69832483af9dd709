package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.AdmitImage;
import dev.elasticrecognition.domain.recognition.AdmitImage.Admission;
import dev.elasticrecognition.domain.recognition.EarlierAnswers;
import dev.elasticrecognition.domain.recognition.ExamineImage;
import dev.elasticrecognition.domain.recognition.FindRequest;
import dev.elasticrecognition.domain.recognition.IdempotencyConflict;
import dev.elasticrecognition.domain.recognition.IdempotencyConflict.Reason;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Offer;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import dev.elasticrecognition.domain.recognition.Timings;
import dev.elasticrecognition.domain.recognition.TooManyUnanswered;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens at the door: who gets in, who was in before, and whose answer is known already. */
class AdmissionTest {

    private static final int MOST_UNANSWERED = 3;

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final InMemoryMessageQueue<RecognitionRequest> requests =
            new InMemoryMessageQueue<>(clock, Duration.ofSeconds(30));
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final InMemoryResultStore results = new InMemoryResultStore();
    private final SentRequests sent = new SentRequests(clock);
    private final ExamineImage examine = new ExamineImage(new ImageLimits(1000, 1000));
    private final AdmitImage admitImage = new AdmitImage(
            examine, new InMemoryClaims(), new FindRequest(images, results), sent, MOST_UNANSWERED, clock);

    private Set<String> models = Set.of("model-1");
    private final EarlierAnswers earlier = new EarlierAnswers(results, sent, () -> models, 2);
    private final SubmitImage submitImage = new SubmitImage(images, earlier, results, requests, sent, clock);

    @Test
    void aPictureBecomesARequestThatIsWaiting() {
        Admission admission = admitImage.admit(offer(Optional.empty()), "a.gif", gif(1));

        assertThat(admission.isNew()).isTrue();
        assertThat(((Waiting) admission.request()).image().fileName()).isEqualTo("a.gif");
        assertThat(((Waiting) admission.request()).submission().deadline()).isEmpty();
    }

    @Test
    void aTimeToLiveBecomesADeadline() {
        Offer offer = new Offer("me", Optional.empty(), Optional.of(Duration.ofSeconds(5)), false);

        Admission admission = admitImage.admit(offer, "a.gif", gif(1));

        assertThat(((Waiting) admission.request()).submission().deadline()).contains(Samples.NOON.plusSeconds(5));
    }

    @Test
    void aPictureThatComesAgainUnderItsKeyIsTheSameRequest() {
        Waiting first = takeIn("key", 1);

        Admission again = admitImage.admit(offer(Optional.of("key")), "b.gif", gif(1));

        assertThat(again.isNew()).isFalse();
        assertThat(again.request()).isEqualTo(first);
    }

    @Test
    void onceItIsAnsweredTheResultIsFoundUnderTheKey() {
        Waiting first = takeIn("key", 1);
        RecognitionResult result = answer(first, "model-1");

        assertThat(admitImage.admit(offer(Optional.of("key")), "a.gif", gif(1)).request())
                .isEqualTo(new Answered(result));
    }

    @Test
    void anotherPictureUnderTheSameKeyIsRefused() {
        takeIn("key", 1);

        assertThatExceptionOfType(IdempotencyConflict.class)
                .isThrownBy(() -> admitImage.admit(offer(Optional.of("key")), "a.gif", gif(2)))
                .extracting(IdempotencyConflict::reason)
                .isEqualTo(Reason.OTHER_CONTENT);
    }

    @Test
    void whileTheFirstIsBeingTakenInTheSecondHasToWait() {
        admitImage.admit(offer(Optional.of("key")), "a.gif", gif(1));

        assertThatExceptionOfType(IdempotencyConflict.class)
                .isThrownBy(() -> admitImage.admit(offer(Optional.of("key")), "a.gif", gif(1)))
                .extracting(IdempotencyConflict::reason)
                .isEqualTo(Reason.IN_PROGRESS);
    }

    @Test
    void theKeyOfAFrontEndThatDiedBeforeItStoredThePictureIsFreeAfterAWhile() {
        admitImage.admit(offer(Optional.of("key")), "a.gif", gif(1));
        clock.pass(Duration.ofSeconds(61));

        Waiting second = takeIn("key", 1);

        assertThat(admitImage.admit(offer(Optional.of("key")), "a.gif", gif(1)).request())
                .isEqualTo(second);
    }

    @Test
    void aClientWithTooManyRequestsUnderWayIsHeldBackAndOthersAreNot() {
        for (int i = 0; i < MOST_UNANSWERED; i++) {
            takeIn("key " + i, i);
        }

        assertThatExceptionOfType(TooManyUnanswered.class)
                .isThrownBy(() -> admitImage.admit(offer(Optional.empty()), "a.gif", gif(9)));
        Offer another = new Offer("another", Optional.empty(), Optional.empty(), false);
        assertThat(admitImage.admit(another, "a.gif", gif(9)).isNew()).isTrue();
        assertThat(admitImage
                        .admit(offer(Optional.of("key 1")), "a.gif", gif(1))
                        .isNew())
                .isFalse();
    }

    @Test
    void anAnswerMakesRoomForTheNext() {
        List<Waiting> underWay = List.of(takeIn("a", 1), takeIn("b", 2), takeIn("c", 3));

        sent.answered(underWay.get(0).id());

        assertThat(admitImage.admit(offer(Optional.empty()), "a.gif", gif(9)).isNew())
                .isTrue();
    }

    @Test
    void theSamePictureIsAnsweredAtOnceWithoutAMessage() {
        RecognitionResult first = answer(takeIn("a", 1), "model-1");
        long messages = requests.backlog().total();

        Waiting second = admitted("b", 1);
        Optional<RecognitionResult> answer = submitImage.submit(request(second), gif(1), false);

        assertThat(answer).hasValueSatisfying(result -> {
            assertThat(result.id()).isEqualTo(second.id());
            assertThat(((Recognized) result).predictions()).isEqualTo(((Recognized) first).predictions());
        });
        assertThat(results.find(second.id())).isEqualTo(answer);
        assertThat(images.content(second.id())).isPresent();
        assertThat(requests.backlog().total()).isEqualTo(messages);
    }

    @Test
    void aPictureIsLookedAtAnewWhenThatIsAskedFor() {
        answer(takeIn("a", 1), "model-1");

        assertThat(submitImage.submit(request(admitted("b", 1)), gif(1), true)).isEmpty();
    }

    @Test
    void anotherModelsAnswerIsNotRepeated() {
        answer(takeIn("a", 1), "model-1");
        models = Set.of("model-2");

        assertThat(submitImage.submit(request(admitted("b", 1)), gif(1), false)).isEmpty();
    }

    @Test
    void aPictureWhoseFirstRequestStillWaitsIsAskedAboutAgain() {
        takeIn("a", 1);

        assertThat(submitImage.submit(request(admitted("b", 1)), gif(1), false)).isEmpty();
    }

    @Test
    void onlySoManyPicturesAreRemembered() {
        answer(takeIn("a", 1), "model-1");
        answer(takeIn("b", 2), "model-1");
        answer(takeIn("c", 3), "model-1");

        assertThat(submitImage.submit(request(admitted("d", 1)), gif(1), false)).isEmpty();
    }

    @Test
    void whatTheQueueDidNotTakeIsNotCountedAsSent() {
        SubmitImage failing = new SubmitImage(images, earlier, results, new UnreachableQueue(), sent, clock);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> failing.submit(request(admitted("a", 1)), gif(1), false));

        assertThat(sent.unanswered()).isZero();
        assertThat(sent.takeUnrecorded()).isEmpty();
    }

    private Waiting takeIn(String key, int number) {
        Waiting waiting = admitted(key, number);
        assertThat(submitImage.submit(request(waiting), gif(number), false)).isEmpty();
        return waiting;
    }

    private Waiting admitted(String key, int number) {
        Admission admission = admitImage.admit(offer(Optional.of(key)), "a.gif", gif(number));
        assertThat(admission.isNew()).isTrue();
        return (Waiting) admission.request();
    }

    private RecognitionResult answer(Waiting waiting, String model) {
        Timings timings = new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        RecognitionResult result = results.putOnce(new Recognized(
                waiting.id(),
                waiting.image(),
                model,
                timings,
                clock.instant(),
                List.of(new Prediction("zebra", 340, 1))));
        sent.answered(waiting.id());
        return result;
    }

    private static RecognitionRequest request(Waiting waiting) {
        return new RecognitionRequest(waiting.submission(), "here", "");
    }

    private static Offer offer(Optional<String> key) {
        return new Offer("me", key, Optional.empty(), false);
    }

    /** The beginning of a GIF, and a byte that makes it differ from others. */
    private static ImageContent gif(int number) {
        byte[] bytes = HexFormat.of().parseHex("47494638396101000100000000");
        bytes[bytes.length - 1] = (byte) number;
        return ImageContent.of(bytes);
    }
}
