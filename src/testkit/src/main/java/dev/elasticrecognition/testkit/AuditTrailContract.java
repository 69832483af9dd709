package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elasticrecognition.domain.audit.AuditEntry;
import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.domain.audit.AuditTrail.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every audit trail keeps. */
public abstract class AuditTrailContract {

    private static final Instant NOON = Samples.NOON;

    private final AuditEntry first = FleetSamples.auditEntry("a", NOON);
    private final AuditEntry second = FleetSamples.auditEntry("b", NOON.plusMillis(1));
    private final AuditEntry third = FleetSamples.auditEntryOfAll("c", NOON.plusSeconds(9));

    /** A new, empty trail. */
    protected abstract AuditTrail trail();

    @Test
    void entriesAreReadAsTheyWereAddedNewestFirstPageByPage() {
        AuditTrail trail = trail();
        assertThat(trail.page(Optional.empty(), 10)).isEqualTo(new Page(List.of(), Optional.empty()));
        trail.add(second);
        trail.add(first);
        trail.add(third);

        Page newest = trail.page(Optional.empty(), 2);
        assertThat(newest.entries()).containsExactly(third, second);
        trail.add(FleetSamples.auditEntry("d", NOON.plusSeconds(99)));
        Page rest = trail.page(newest.next(), 2);
        assertThat(rest).isEqualTo(new Page(List.of(first), Optional.empty()));
    }

    @Test
    void anEntryThatIsThereStaysAsItWas() {
        AuditTrail trail = trail();
        trail.add(first);

        trail.add(FleetSamples.auditEntryOfAll("a", NOON));

        assertThat(trail.page(Optional.empty(), 10).entries()).containsExactly(first);
    }

    @Test
    void whatIsForgottenIsGone() {
        AuditTrail trail = trail();
        trail.add(first);
        trail.add(third);

        trail.forgetBefore(third.at());

        assertThat(trail.page(Optional.empty(), 10).entries()).containsExactly(third);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../fleet", "a b"})
    void whatIsNoCursorIsRefused(String cursor) {
        AuditTrail trail = trail();

        assertThatIllegalArgumentException().isThrownBy(() -> trail.page(Optional.of(cursor), 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void noPageIsEmptyOrEndless(int limit) {
        AuditTrail trail = trail();

        assertThatIllegalArgumentException().isThrownBy(() -> trail.page(Optional.empty(), limit));
    }
}
