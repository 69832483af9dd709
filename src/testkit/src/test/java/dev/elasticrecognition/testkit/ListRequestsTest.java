package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ListRequests;
import dev.elasticrecognition.domain.recognition.ListRequests.Page;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RememberedResults;
import dev.elasticrecognition.domain.recognition.RequestFilter;
import dev.elasticrecognition.domain.recognition.RequestFilter.State;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are listed, newest first. */
class ListRequestsTest {

    private final ExecutorService readers = Executors.newFixedThreadPool(4);
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final InMemoryResultStore results = new InMemoryResultStore();
    private final ListRequests listRequests = new ListRequests(images, results, readers);

    @AfterEach
    void stopReaders() {
        readers.shutdownNow();
    }

    @Test
    void whereNothingWasSentNothingIsListed() {
        Page page = listRequests.page(RequestFilter.ALL, Optional.empty(), 20);

        assertThat(page.requests()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20, 21, 1000})
    void pageAfterPageAllAreToldOnceNewestFirst(int pageSize) {
        List<RequestId> newestFirst = mixture();

        assertThat(all(RequestFilter.ALL, pageSize))
                .extracting(RequestState::id)
                .containsExactlyElementsOf(newestFirst);
    }

    @Test
    void aPageHasWhatWasAskedForAndTheLastOneLeadsNowhere() {
        List<RequestId> ids = mixture();

        Page first = listRequests.page(RequestFilter.ALL, Optional.empty(), ids.size() - 1);
        Page last = listRequests.page(RequestFilter.ALL, first.next(), ids.size() - 1);

        assertThat(first.requests()).hasSize(ids.size() - 1);
        assertThat(last.requests()).extracting(RequestState::id).containsExactly(ids.get(ids.size() - 1));
        assertThat(last.next()).isEmpty();
        assertThat(listRequests
                        .page(RequestFilter.ALL, Optional.empty(), ids.size())
                        .next())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WAITING, 0", "SUCCEEDED, 1", "FAILED, 2"})
    void thoseInOneStateAreFound(State state, int remainder) {
        List<RequestId> ids = mixture();
        List<RequestId> wanted = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (i % 3 == remainder) {
                wanted.add(ids.get(i));
            }
        }

        assertThat(all(new RequestFilter(Optional.of(state), Optional.empty()), 2))
                .extracting(RequestState::id)
                .containsExactlyElementsOf(wanted);
    }

    @Test
    void thoseWithALabelAreFoundByItsWholeName() {
        answer(put(3), "tench");
        RequestId zebra = answer(put(2), "zebra");
        answer(put(1), "zebra finch");
        put(0);

        assertThat(all(label("zebra"), 1)).extracting(RequestState::id).containsExactly(zebra);
        assertThat(all(label("Zebra"), 1)).isEmpty();
        assertThat(all(new RequestFilter(Optional.of(State.SUCCEEDED), Optional.of("zebra")), 1))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "FAILED"})
    void aLabelInAStateWithoutLabelsIsFoundNowhereAndNotLookedFor(State state) {
        mixture();

        Page page = listRequests.page(new RequestFilter(Optional.of(state), Optional.of("zebra")), Optional.empty(), 1);

        assertThat(page.requests()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    @Test
    void whatIsMarkedAsFailedButSucceededIsToldAsItIs() {
        RequestId id = put(0);
        answer(id, "zebra");
        results.putOnce(Samples.failed(id));

        assertThat(all(new RequestFilter(Optional.of(State.FAILED), Optional.empty()), 10))
                .isEmpty();
        assertThat(all(new RequestFilter(Optional.of(State.SUCCEEDED), Optional.empty()), 10))
                .hasSize(1);
    }

    @Test
    void anAnswerWhosePictureWasRemovedIsStillListed() {
        RequestId older = answer(Samples.id(), "zebra");
        RequestId newer = put(5);

        assertThat(all(RequestFilter.ALL, 1)).extracting(RequestState::id).containsExactly(newer, older);
    }

    @Test
    void oneCallLooksAtABoundedNumberAndSaysWhereToGoOn() {
        for (int number = 0; number < 1500; number++) {
            answer(put(number), "tench");
        }
        RequestId oldest = answer(put(-1), "zebra");
        AtomicInteger reads = new AtomicInteger();
        ListRequests counted = new ListRequests(images, counting(reads), readers);

        Page nothing = counted.page(label("zebra"), Optional.empty(), 20);

        assertThat(nothing.requests()).isEmpty();
        assertThat(reads.get()).isBetween(1000, 1100);
        assertThat(counted.page(label("zebra"), nothing.next(), 20).requests())
                .extracting(RequestState::id)
                .containsExactly(oldest);
    }

    @Test
    void resultsThatWereReadAreNotReadAgain() {
        answer(put(1), "tench");
        answer(put(2), "zebra");
        AtomicInteger reads = new AtomicInteger();
        ListRequests remembering = new ListRequests(images, new RememberedResults(counting(reads), 10), readers);

        remembering.page(RequestFilter.ALL, Optional.empty(), 20);
        Page again = remembering.page(RequestFilter.ALL, Optional.empty(), 20);

        assertThat(again.requests()).hasSize(2);
        assertThat(reads).hasValue(2);
    }

    @Test
    void noMoreResultsAreRememberedThanThereIsRoomFor() {
        AtomicInteger reads = new AtomicInteger();
        RememberedResults remembered = new RememberedResults(counting(reads), 1);
        RequestId one = answer(put(1), "tench");
        RequestId other = answer(put(2), "zebra");

        remembered.find(one);
        remembered.find(other);
        remembered.find(one);

        assertThat(reads).hasValue(3);
    }

    @Test
    void aRequestWithoutResultIsLookedForAgain() {
        RememberedResults remembered = new RememberedResults(results, 10);
        RequestId id = put(1);
        assertThat(remembered.find(id)).isEmpty();

        answer(id, "zebra");

        assertThat(remembered.find(id)).isPresent();
    }

    @Test
    void aRequestThatWasGivenUpIsLookedAtAgain() {
        RememberedResults remembered = new RememberedResults(results, 10);
        RequestId id = put(1);
        results.putOnce(Samples.givenUp(id));
        assertThat(remembered.find(id)).isPresent();

        results.reopen(id);

        assertThat(remembered.find(id)).isEmpty();
    }

    @Test
    void aStoreThatDoesNotAnswerIsSaidToBeAway() {
        answer(put(1), "tench");
        ListRequests broken = new ListRequests(
                images,
                new CountingResults(results, new AtomicInteger()) {
                    @Override
                    public Optional<RecognitionResult> find(RequestId id) {
                        throw new Unavailable("get a result", new IllegalStateException("the store is away"));
                    }
                },
                readers);

        assertThatThrownBy(() -> broken.page(RequestFilter.ALL, Optional.empty(), 20))
                .isInstanceOf(Unavailable.class);
    }

    /** Twenty-one requests: of three in turn, one waits, one succeeded, one failed; the newest waits. */
    private List<RequestId> mixture() {
        List<RequestId> newestFirst = new ArrayList<>();
        for (int number = 0; number < 21; number++) {
            RequestId id = put(100 - number);
            newestFirst.add(id);
            if (number % 3 == 1) {
                answer(id, "zebra");
            } else if (number % 3 == 2) {
                results.putOnce(Samples.failed(id));
            }
        }
        return newestFirst;
    }

    private List<RequestState> all(RequestFilter filter, int pageSize) {
        List<RequestState> all = new ArrayList<>();
        Page page = listRequests.page(filter, Optional.empty(), pageSize);
        all.addAll(page.requests());
        while (page.next().isPresent()) {
            page = listRequests.page(filter, page.next(), pageSize);
            assertThat(page.requests()).hasSizeLessThanOrEqualTo(pageSize);
            all.addAll(page.requests());
        }
        return all;
    }

    private RequestId put(int seconds) {
        RequestId id = RequestId.at(Samples.NOON.plusSeconds(seconds));
        images.put(Samples.submission(id), ImageContent.of(new byte[] {1}));
        return id;
    }

    private RequestId answer(RequestId id, String label) {
        results.putOnce(Samples.recognized(id, label));
        return id;
    }

    private static RequestFilter label(String label) {
        return new RequestFilter(Optional.empty(), Optional.of(label));
    }

    private ResultStore counting(AtomicInteger reads) {
        return new CountingResults(results, reads);
    }
}
