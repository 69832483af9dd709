package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.messaging.KeepLeases;
import dev.elasticrecognition.domain.messaging.KeptLease;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.LeaseLost;
import dev.elasticrecognition.domain.messaging.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A queue with a visibility timeout of 30 s, and a message that takes longer. */
class KeepLeasesTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final InMemoryMessageQueue<String> queue = new InMemoryMessageQueue<>(clock, TIMEOUT);
    private final Queue<Runnable> completions = new ArrayDeque<>();
    private final KeepLeases leases = new KeepLeases(TIMEOUT, completions::add, clock);
    private final AtomicInteger over = new AtomicInteger();

    @Test
    void aLeaseIsExtendedAsLongAsItIsKept() {
        KeptLease<String> lease = keep(received());

        passAndExtend(20);

        assertThat(lease.isHeld()).isTrue();
        assertThat(queue.receive(1, Duration.ZERO)).isEmpty();
        assertThat(over).hasValue(0);
    }

    @Test
    void aYoungLeaseIsNotExtended() {
        keep(received());

        assertThat(leases.extend()).isEmpty();
    }

    @Test
    void aCompletedLeaseIsKeptUntilItIsReallyCompleted() {
        KeptLease<String> lease = keep(received());

        lease.complete();
        passAndExtend(4);
        assertThat(queue.backlog().total()).isEqualTo(1);
        assertThat(over).hasValue(0);

        completions.remove().run();
        assertThat(queue.backlog().total()).isZero();
        assertThat(over).hasValue(1);
        assertThat(extensions(PERIOD)).isEmpty();
    }

    @Test
    void aCompletionThatFailsLetsTheMessageComeAgain() {
        KeptLease<String> lease = keep(new Stubborn(new Unavailable("delete", new IllegalStateException("away"))));

        lease.complete();
        completions.remove().run();

        assertThat(over).hasValue(1);
        assertThat(extensions(PERIOD)).isEmpty();
    }

    @Test
    void aLeaseExtendedByHandIsKeptNoLonger() {
        KeptLease<String> lease = keep(received());

        lease.extend(Duration.ofSeconds(40));

        assertThat(over).hasValue(1);
        assertThat(extensions(TIMEOUT)).isEmpty();
        assertThat(queue.receive(1, Duration.ZERO)).isEmpty();
        clock.pass(PERIOD);
        assertThat(queue.receive(1, Duration.ZERO)).hasSize(1);
    }

    @Test
    void aReleasedLeaseLapsesAndEndsOnce() {
        KeptLease<String> lease = keep(received());

        lease.release();
        lease.release();
        lease.extend(Duration.ofHours(1));

        assertThat(over).hasValue(1);
        clock.pass(TIMEOUT);
        assertThat(queue.receive(1, Duration.ZERO)).hasSize(1);
    }

    @Test
    void aLeaseThatTheQueueNoLongerKnowsIsLostAtOnce() {
        KeptLease<String> lease = keep(new Stubborn(new LeaseLost("message 1")));

        passAndExtend(1);

        assertThat(lease.isHeld()).isFalse();
        assertThat(extensions(PERIOD)).isEmpty();
        lease.release();
        assertThat(over).hasValue(1);
    }

    @Test
    void aLeaseIsHeldThoughAnExtensionFailsAndLostWhenAllDo() {
        KeptLease<String> lease = keep(new Stubborn(new Unavailable("extend", new IllegalStateException("away"))));

        passAndExtend(2);
        assertThat(lease.isHeld()).isTrue();

        passAndExtend(1);
        assertThat(lease.isHeld()).isFalse();
    }

    @Test
    void nothingIsHeldForLongerThanTheQueueAllows() {
        KeptLease<String> lease = keep(received());
        int periods = (int) Duration.ofHours(12).dividedBy(PERIOD);

        passAndExtend(periods - 1);
        assertThat(lease.isHeld()).isTrue();

        passAndExtend(1);
        assertThat(lease.isHeld()).isFalse();
    }

    private Lease<String> received() {
        queue.send("a message");
        return queue.receive(1, Duration.ZERO).get(0);
    }

    private KeptLease<String> keep(Lease<String> lease) {
        return leases.keep(lease, over::incrementAndGet);
    }

    private void passAndExtend(int periods) {
        for (int i = 0; i < periods; i++) {
            extensions(PERIOD).forEach(Runnable::run);
        }
    }

    private List<Runnable> extensions(Duration after) {
        clock.pass(after);
        return new ArrayList<>(leases.extend());
    }

    /** A lease of which nothing can be asked. */
    private record Stubborn(RuntimeException answer) implements Lease<String> {

        @Override
        public String message() {
            return "a message";
        }

        @Override
        public int receiveCount() {
            return 1;
        }

        @Override
        public Duration waited() {
            return Duration.ZERO;
        }

        @Override
        public void complete() {
            throw answer;
        }

        @Override
        public void extend(Duration visibility) {
            throw answer;
        }
    }
}
