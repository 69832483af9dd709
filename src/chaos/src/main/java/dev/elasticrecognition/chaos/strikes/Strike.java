package dev.elasticrecognition.chaos.strikes;

import dev.elasticrecognition.chaos.schedule.Accident;
import java.io.IOException;
import java.util.Optional;

/** What an accident does. */
@FunctionalInterface
interface Strike {

    /**
     * Begins it; whatever lasts has to be ended.
     *
     * @return what was struck; empty if there is nobody at the moment whom it could strike
     */
    Optional<Struck> strike(Accident accident) throws IOException, InterruptedException;

    /**
     * An accident that goes on.
     *
     * @param what was struck, for people
     * @param end takes it back
     */
    record Struck(String what, End end) {

        private static final End NOTHING = () -> {};

        /** One that is over at once. */
        static Struck atOnce(String what) {
            return new Struck(what, NOTHING);
        }
    }

    /** Takes back what an accident did. */
    @FunctionalInterface
    interface End {
        void run() throws IOException, InterruptedException;
    }
}
