package dev.elasticrecognition.localcloud.instances;

import java.time.Instant;

/**
 * The facts of an instance that stay as they were asked for, but for the time. A text that was not given is empty.
 *
 * @param order counts all instances of this cloud, so it sorts them by age
 * @param time of the launch, or of the last start after a stop
 * @param index counts the instances of the reservation from 0
 * @param runsUserData whether the user data is a script ({@code #!}); an instance without one idles
 */
public record Launch(
        String reservationId,
        long order,
        int index,
        Instant time,
        String imageId,
        String instanceType,
        String keyName,
        String availabilityZone,
        String instanceProfile,
        String clientToken,
        ShutdownBehavior shutdownBehavior,
        boolean runsUserData) {

    Launch at(Instant newTime) {
        return new Launch(
                reservationId,
                order,
                index,
                newTime,
                imageId,
                instanceType,
                keyName,
                availabilityZone,
                instanceProfile,
                clientToken,
                shutdownBehavior,
                runsUserData);
    }
}
