package dev.elasticrecognition.domain.fleet;

/**
 * What was done to the fleet since its ledger began.
 *
 * @param launched instances that were launched
 * @param started stopped instances that were started again
 * @param ended instances that were ended or stopped
 * @param failedBoots instances that never reported
 * @param lost workers that fell silent
 * @param busyKilled of the ended ones, those whose worker still held requests when the drain deadline passed
 */
public record Tally(long launched, long started, long ended, long failedBoots, long lost, long busyKilled) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Tally more) {
        return new Tally(
                launched + more.launched,
                started + more.started,
                ended + more.ended,
                failedBoots + more.failedBoots,
                lost + more.lost,
                busyKilled + more.busyKilled);
    }

    static Tally ofLaunched(int number) {
        return new Tally(number, 0, 0, 0, 0, 0);
    }

    static Tally ofStarted() {
        return new Tally(0, 1, 0, 0, 0, 0);
    }

    static Tally ofEnded(boolean busy) {
        return new Tally(0, 0, 1, 0, 0, busy ? 1 : 0);
    }

    static Tally ofFailedBoot() {
        return new Tally(0, 0, 0, 1, 0, 0);
    }

    static Tally ofLost() {
        return new Tally(0, 0, 0, 0, 1, 0);
    }
}
