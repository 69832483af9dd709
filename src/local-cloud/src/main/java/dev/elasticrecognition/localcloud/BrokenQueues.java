package dev.elasticrecognition.localcloud;

import org.apache.pekko.actor.OneForOneStrategy;
import org.apache.pekko.actor.SupervisorStrategy;
import org.apache.pekko.actor.SupervisorStrategyConfigurator;
import org.apache.pekko.japi.pf.DeciderBuilder;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when one of ElasticMQ's own actors breaks: the one that writes messages down, as on a full disk, or the one
 * that holds the queues. Without them every call would be answered after 20 s with a failure, for ever; whoever starts the
 * local cloud again has all that was answered before. Instances live on, as after a kill.
 */
public final class BrokenQueues implements SupervisorStrategyConfigurator {

    static final int STATUS = 3;

    @Override
    public SupervisorStrategy create() {
        return new OneForOneStrategy(DeciderBuilder.matchAny(failure -> {
                    end(failure);
                    return SupervisorStrategy.stop();
                })
                .build());
    }

    private static void end(Throwable failure) {
        LoggerFactory.getLogger(BrokenQueues.class)
                .error("The queues can't be kept; the local cloud ends, and has to be started again", failure);
        Runtime.getRuntime().halt(STATUS);
    }
}
