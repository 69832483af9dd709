package dev.elasticrecognition.localcloud.instances;

import java.time.Instant;
import java.util.Map;

/**
 * What RunInstances asks for. A text that was not given is empty.
 *
 * @param parameters a digest of all parameters but the client token: a repeated request has the same
 */
public record LaunchRequest(
        int minCount,
        int maxCount,
        String imageId,
        String instanceType,
        String keyName,
        String availabilityZone,
        String instanceProfile,
        ShutdownBehavior shutdownBehavior,
        Map<String, String> tags,
        UserData userData,
        String clientToken,
        String parameters) {

    boolean hasClientToken() {
        return !clientToken.isEmpty();
    }

    Launch launch(String reservationId, long order, int index, Instant time) {
        return new Launch(
                reservationId,
                order,
                index,
                time,
                imageId,
                instanceType,
                keyName,
                availabilityZone,
                instanceProfile,
                clientToken,
                shutdownBehavior,
                userData.isScript());
    }
}
