package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.OpenImage;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.StoredImage;
import dev.elasticrecognition.domain.recognition.Submission;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of pictures keeps. */
public abstract class ImageStoreContract {

    private static final byte[] CONTENT = {1, 2, 3};

    protected abstract ImageStore store();

    @Test
    void aPictureIsFoundAsItWasPut() {
        ImageStore store = store();
        Submission submission = Samples.submission(Samples.id());

        store.put(submission, ImageContent.of(CONTENT));

        assertThat(store.find(submission.id())).contains(submission);
        assertThat(store.content(submission.id()))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(CONTENT));
    }

    @Test
    void aPictureIsReadAsItWasPutWithWhatIsKnownOfIt() throws IOException {
        ImageStore store = store();
        Submission submission = Samples.submission(Samples.id());
        store.put(submission, ImageContent.of(CONTENT));

        try (OpenImage open = store.open(submission.id()).orElseThrow()) {
            assertThat(open.image()).isEqualTo(submission.image());
            assertThat(open.content()).hasBinaryContent(CONTENT);
        }
    }

    @Test
    void aReaderMayStopBeforeTheEndAndOthersAreServed() throws IOException {
        ImageStore store = store();
        Submission submission = Samples.submission(Samples.id());
        store.put(submission, ImageContent.of(new byte[1 << 20]));

        for (int reader = 0; reader < 200; reader++) {
            try (OpenImage open = store.open(submission.id()).orElseThrow()) {
                assertThat(open.content().read()).isZero();
            }
        }
    }

    @Test
    void whatWasNeverPutIsNotFound() {
        assertThat(store().find(Samples.id())).isEmpty();
        assertThat(store().open(Samples.id())).isEmpty();
        assertThat(store().content(Samples.id())).isEmpty();
    }

    @Test
    void ofAWithdrawnPictureOnlyTheContentIsGone() {
        ImageStore store = store();
        Submission submission = Samples.submission(Samples.id());
        store.put(submission, ImageContent.of(CONTENT));

        store.withdraw(submission);

        assertThat(store.find(submission.id())).contains(submission);
        assertThat(store.content(submission.id())).isEmpty();
        assertThat(store.open(submission.id())).isEmpty();
    }

    @Test
    void theSameContentHasTheSameTagAndOtherContentAnother() {
        ImageStore store = store();

        String tag = put(store, Samples.id(), CONTENT).tag();

        assertThat(put(store, Samples.id(), CONTENT).tag()).isEqualTo(tag);
        assertThat(put(store, Samples.id(), new byte[] {3, 2, 1}).tag()).isNotEqualTo(tag);
    }

    @Test
    void picturesAreListedNewestFirstAsTheyWerePut() {
        ImageStore store = store();
        RequestId next = RequestId.at(Samples.NOON.plusSeconds(1_000_000));
        StoredImage older = put(store, RequestId.at(Samples.NOON.plusSeconds(999_998)), CONTENT);
        StoredImage newer = put(store, RequestId.at(Samples.NOON.plusSeconds(999_999)), new byte[] {3, 2, 1});

        assertThat(store.list(Optional.of(next), 2)).isEqualTo(List.of(newer, older));
        assertThat(store.list(Optional.of(next), 1)).isEqualTo(List.of(newer));
        assertThat(store.list(Optional.of(newer.id()), 1)).isEqualTo(List.of(older));
        assertThat(store.list(Optional.empty(), 1000)).contains(newer, older);
    }

    private static StoredImage put(ImageStore store, RequestId id, byte[] content) {
        return store.put(Samples.submission(id), ImageContent.of(content));
    }
}
