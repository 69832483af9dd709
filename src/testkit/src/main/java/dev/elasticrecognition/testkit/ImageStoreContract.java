package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RequestId;
import org.junit.jupiter.api.Test;

/** What every store of pictures keeps. */
public abstract class ImageStoreContract {

    private static final byte[] CONTENT = {1, 2, 3};

    protected abstract ImageStore store();

    @Test
    void aPictureIsFoundAsItWasPut() {
        ImageStore store = store();
        RequestId id = Samples.id();

        store.put(id, Samples.image(), CONTENT);

        assertThat(store.find(id)).contains(Samples.image());
        assertThat(store.content(id))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(CONTENT));
    }

    @Test
    void whatWasNeverPutIsNotFound() {
        assertThat(store().find(Samples.id())).isEmpty();
        assertThat(store().content(Samples.id())).isEmpty();
    }
}
