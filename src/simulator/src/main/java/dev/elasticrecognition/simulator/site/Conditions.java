package dev.elasticrecognition.simulator.site;

import dev.elasticrecognition.simulator.workload.Durations;
import java.time.Duration;

/**
 * The conditions that are the same for every policy of a comparison.
 *
 * @param objective within how much time a request shall be answered
 * @param boot how long instances boot, from the launch to a worker that takes requests
 * @param expectedService the median service time, which a policy may be told until it has measured
 * @param minimum instances that are there from the beginning and always, 0 or more
 * @param maximum the most instances, those on their way out included
 * @param counterLag how old the queue's counts may be
 * @param describeLag how long the cloud is silent about a new instance
 * @param heartbeat how often a worker tells how it is
 * @param visibilityTimeout after how much time a request returns whose instance was ended under it
 * @param minimumBill the least time that an instance costs
 * @param warmUp how long requests are served but neither scored nor billed
 * @param faults what goes wrong
 */
public record Conditions(
        Duration objective,
        Durations boot,
        Duration expectedService,
        int minimum,
        int maximum,
        Duration counterLag,
        Duration describeLag,
        Duration heartbeat,
        Duration visibilityTimeout,
        Duration minimumBill,
        Duration warmUp,
        Faults faults) {

    /**
     * What goes wrong, each with a probability of 0 to 1.
     *
     * @param refusedLaunch that the cloud has no capacity for a call
     * @param stuckBoot that an instance never gets ready
     * @param throttledRead that neither queue nor cloud can be asked at a tick
     */
    public record Faults(double refusedLaunch, double stuckBoot, double throttledRead) {

        public static final Faults NONE = new Faults(0, 0, 0);
    }
}
