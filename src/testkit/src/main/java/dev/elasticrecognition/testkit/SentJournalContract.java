package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.ledger.SentRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every journal of sent requests keeps. */
public abstract class SentJournalContract {

    private static final Instant LATER = Samples.NOON.plusSeconds(10);

    private final SentRequest first = new SentRequest(Samples.id(), Optional.empty());
    private final SentRequest second = new SentRequest(Samples.id(), Optional.of(LATER));

    protected abstract SentJournal journal();

    @Test
    void whatWasWrittenSinceATimeIsRead() {
        SentJournal journal = journal();
        journal.write(Samples.NOON, List.of(first));
        journal.write(LATER, List.of(second));
        journal.write(LATER, List.of(first, second));

        assertThat(journal.since(Samples.NOON)).containsExactlyInAnyOrder(first, second, first, second);
        assertThat(journal.since(Samples.NOON.plusMillis(1))).containsExactlyInAnyOrder(second, first, second);
        assertThat(journal.since(LATER.plusMillis(1))).isEmpty();
    }

    @Test
    void whatIsForgottenIsGone() {
        SentJournal journal = journal();
        journal.write(Samples.NOON, List.of(first));
        journal.write(LATER, List.of(second));

        journal.forgetBefore(LATER);

        assertThat(journal.since(Samples.NOON)).containsExactly(second);
    }
}
